/**
 * Actions adults often choose from when they answer, with who usually owns each. A starting point only: a plan still
 * asks for a named owner, a date and what will change (P2). Each one changes a place, a routine, a service or what adults
 * do; the few that concern one child are support for that child (P3).
 */
import type { Settings } from '../stations/settings.ts';

export const ACTIONS: Settings['actions'] = [
	{ id: 'referral', what: 'Refer a child for support and follow it up', owner: 'Safeguarding lead' },
	{ id: 'lead-worker', what: 'Check that each child’s lead worker knows', owner: 'Safeguarding lead' },
	{ id: 'front-door-advice', what: 'Ask the education front door for advice', owner: 'Safeguarding lead' },
	{
		id: 'self-assessment',
		what: 'Assess our own school: attendance, policy and how safe students feel',
		owner: 'Head or safeguarding lead'
	},
	{ id: 'supervision', what: 'Change where and when staff supervise', owner: 'Pastoral lead' },
	{ id: 'space', what: 'Change a space: layout, doors, sightlines or use', owner: 'Site manager' },
	{
		id: 'reporting-route',
		what: 'Redesign with students how to tell someone',
		owner: 'Safeguarding lead and student council'
	},
	{
		id: 'staff-training',
		what: 'Train staff and make time to reflect on practice',
		owner: 'Deputy head or psychologist'
	},
	{
		id: 'lessons',
		what: 'Teach about relationships, exploitation, county lines and weapons',
		owner: 'PSHE lead'
	},
	{
		id: 'group-work',
		what: 'Offer group work and help with coming back to school',
		owner: 'Pastoral lead or Early Help'
	},
	{ id: 'outreach', what: 'Send youth workers to where young people are', owner: 'Youth service' },
	{
		id: 'activities',
		what: 'Put on activities that young people asked for',
		owner: 'Youth service or voluntary sector'
	},
	{ id: 'repeat-mapping', what: 'Map the area again with students and compare', owner: 'Children’s services' },
	{
		id: 'context-assessment',
		what: 'Assess a place, a peer group or a school as a context',
		owner: 'Children’s services'
	},
	{
		id: 'intelligence',
		what: 'Pass information through the police’s own channel, by hand',
		owner: 'Safeguarding lead'
	},
	{ id: 'disruption', what: 'Disrupt adults who exploit children', owner: 'Neighbourhood police' },
	{ id: 'patrols', what: 'Patrol at the times students named', owner: 'Neighbourhood police' },
	{ id: 'risk-meeting', what: 'Bring the place to the local risk meeting', owner: 'Children’s services' },
	{ id: 'lighting', what: 'Improve lighting, paths or parks', owner: 'Council' },
	{ id: 'empty-buildings', what: 'Secure empty buildings', owner: 'Council and fire service' },
	{
		id: 'transport',
		what: 'Agree with bus and train operators how staff look after students',
		owner: 'Transport operator'
	},
	{
		id: 'shops',
		what: 'Work with shops and takeaways as places that keep an eye out',
		owner: 'Licensing or community safety'
	},
	{ id: 'signs', what: 'Put up support signs with QR codes', owner: 'Council' },
	{ id: 'community', what: 'Hold a community day or an arts project', owner: 'Youth and arts organisations' },
	{ id: 'parents-online', what: 'Run an online settings session with parents and carers', owner: 'Online-safety lead' },
	{ id: 'student-update', what: 'Tell students what has happened so far', owner: 'Summit coordinator' },
	{ id: 'review', what: 'Review the plan after three months', owner: 'Summit coordinator' }
];
