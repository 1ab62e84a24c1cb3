import {
  AimOutlined,
  BarChartOutlined,
  CalendarOutlined,
  CarryOutOutlined,
  DashboardOutlined,
  FileTextOutlined,
  FieldTimeOutlined,
  InboxOutlined,
  UnorderedListOutlined,
  ApartmentOutlined,
  AuditOutlined,
  SafetyCertificateOutlined,
  SolutionOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { Role } from '@duban/kit/actor';
import type { LinkProps } from '@tanstack/react-router';
import type { ComponentType } from 'react';

export type NavigationEntry = {
  readonly to: NonNullable<LinkProps['to']>;
  /** `namespace:key` of the word */
  readonly word: string;
  readonly icon: ComponentType;
  /** how the page opens from here, when not plainly */
  readonly search?: Readonly<Record<string, string | boolean>>;
  /** who sees the entry; the server decides who may read the page */
  readonly roles: 'all' | readonly Role[];
  readonly group: 'daily' | 'overview' | 'administration';
};

/** The left navigation, in this order within its group. One line per page that is an entrance. */
export const navigation: readonly NavigationEntry[] = [
  { to: '/', word: 'work:title', icon: InboxOutlined, roles: 'all', group: 'daily' },
  {
    to: '/cases',
    // what is still open: nobody comes to read the oldest closed case first
    search: { open: true },
    word: 'cases:ledger.title',
    icon: UnorderedListOutlined,
    roles: ['dispatcher', 'handler', 'inspector', 'leader'],
    group: 'daily',
  },
  {
    to: '/documents',
    word: 'mandates:title',
    icon: FileTextOutlined,
    roles: ['dispatcher', 'leader', 'inspector'],
    group: 'daily',
  },
  {
    to: '/tasks',
    search: { open: true },
    word: 'tasks:title',
    icon: CarryOutOutlined,
    roles: ['dispatcher', 'leader', 'inspector', 'handler'],
    group: 'daily',
  },
  {
    to: '/targets',
    word: 'targets:title',
    icon: AimOutlined,
    roles: ['dispatcher', 'leader', 'inspector', 'handler'],
    group: 'daily',
  },
  {
    to: '/promises',
    word: 'promises:title',
    icon: SolutionOutlined,
    roles: ['dispatcher', 'leader', 'inspector', 'handler', 'cppcc_member', 'cppcc_office'],
    group: 'daily',
  },
  {
    to: '/dashboard',
    word: 'dashboard:title',
    icon: DashboardOutlined,
    roles: ['dispatcher', 'handler', 'inspector', 'leader', 'cppcc_member', 'cppcc_office', 'audit_admin'],
    group: 'overview',
  },
  {
    to: '/rankings',
    word: 'rankings:title',
    icon: BarChartOutlined,
    roles: ['dispatcher', 'handler', 'inspector', 'leader', 'cppcc_member', 'cppcc_office', 'audit_admin'],
    group: 'overview',
  },
  { to: '/standards', word: 'standards:title', icon: FieldTimeOutlined, roles: 'all', group: 'overview' },
  { to: '/calendar', word: 'calendar:title', icon: CalendarOutlined, roles: 'all', group: 'overview' },
  { to: '/units', word: 'units:title', icon: ApartmentOutlined, roles: 'all', group: 'administration' },
  {
    to: '/people',
    word: 'people:title',
    icon: TeamOutlined,
    roles: ['dispatcher', 'handler', 'leader', 'cppcc_office', 'system_admin', 'security_admin'],
    group: 'administration',
  },
  { to: '/audit', word: 'audit:title', icon: AuditOutlined, roles: ['audit_admin'], group: 'administration' },
  {
    to: '/self-check',
    word: 'self-check:title',
    icon: SafetyCertificateOutlined,
    roles: 'all',
    group: 'administration',
  },
];

export const groups = ['daily', 'overview', 'administration'] as const;
