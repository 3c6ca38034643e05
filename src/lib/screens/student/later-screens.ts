/** The screens no student sees first, and the icons they and the stations show. `later.ts` fetches them. */
import '../../ui/icons-told.ts';
export { default as Choose } from './Choose.svelte';
export { default as NextPerson } from './NextPerson.svelte';
export { default as Stations } from './Stations.svelte';
export { default as Talk } from './Talk.svelte';
