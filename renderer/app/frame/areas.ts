import AdminPanelSettingsOutlined from '@mui/icons-material/AdminPanelSettingsOutlined';
import AssessmentOutlined from '@mui/icons-material/AssessmentOutlined';
import CardMembershipOutlined from '@mui/icons-material/CardMembershipOutlined';
import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import HowToRegOutlined from '@mui/icons-material/HowToRegOutlined';
import SchoolOutlined from '@mui/icons-material/SchoolOutlined';
import TodayOutlined from '@mui/icons-material/TodayOutlined';
import type { CommandPort } from '#shared/ports/app-services.ts';

/** The areas of the app, in the order of the navigation rail and of Alt+1 on. */
const areas = [
  { name: 'today', path: '/', Icon: TodayOutlined, visible: () => true },
  {
    name: 'check-in',
    path: '/check-in',
    Icon: HowToRegOutlined,
    visible: (may: May) => may('attendance.checkIn'),
  },
  { name: 'people', path: '/people', Icon: GroupsOutlined, visible: () => true },
  { name: 'courses', path: '/courses', Icon: SchoolOutlined, visible: (may: May) => may('session.plan') },
  {
    name: 'certificates',
    path: '/certificates',
    Icon: CardMembershipOutlined,
    visible: (may: May) => may('certificate.print'),
  },
  {
    name: 'reports',
    path: '/reports',
    Icon: AssessmentOutlined,
    visible: (may: May) => may('dayReport.giveCounts'),
  },
  {
    name: 'administration',
    path: '/administration',
    Icon: AdminPanelSettingsOutlined,
    visible: (may: May) => may('backup.make'),
  },
] as const;

type May = CommandPort['allows'];
export type Area = (typeof areas)[number];

/** The areas that the signed-in account can use. */
export function visibleAreas(may: May): readonly Area[] {
  return areas.filter(({ visible }) => visible(may));
}

/** Whether the address lies in the area. */
export function isIn(area: Area, pathname: string): boolean {
  if (area.path === '/')
    return pathname === '/' || pathname.startsWith('/sessions') || pathname.startsWith('/attendance');
  return pathname === area.path || pathname.startsWith(`${area.path}/`);
}
