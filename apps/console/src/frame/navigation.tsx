import { CalendarOutlined, InboxOutlined, UnorderedListOutlined } from '@ant-design/icons';
import type { Role } from '@duban/kit/actor';
import type { LinkProps } from '@tanstack/react-router';
import type { ComponentType } from 'react';

export type NavigationEntry = {
  readonly to: NonNullable<LinkProps['to']>;
  /** `namespace:key` of the word */
  readonly word: string;
  readonly icon: ComponentType;
  /** who sees the entry; the server decides who may read the page */
  readonly roles: 'all' | readonly Role[];
  readonly group: 'daily' | 'overview' | 'administration';
};

/** The left navigation, in this order within its group. One line per page that is an entrance. */
export const navigation: readonly NavigationEntry[] = [
  { to: '/', word: 'work:title', icon: InboxOutlined, roles: 'all', group: 'daily' },
  { to: '/cases', word: 'cases:ledger.title', icon: UnorderedListOutlined, roles: 'all', group: 'daily' },
  { to: '/calendar', word: 'calendar:title', icon: CalendarOutlined, roles: 'all', group: 'overview' },
];

export const groups = ['daily', 'overview', 'administration'] as const;
