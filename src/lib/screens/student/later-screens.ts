/**
 * The screens no student sees first, the icons they and the stations show, and what a page without a network needs.
 * `later.ts` fetches them.
 */
import '../../ui/icons-told.ts';
export { default as Choose } from './Choose.svelte';
export { default as NextPerson } from './NextPerson.svelte';
export { default as Stations } from './Stations.svelte';
export { keepScreen, openKept } from './offline.svelte.ts';
export { default as Talk } from './Talk.svelte';
