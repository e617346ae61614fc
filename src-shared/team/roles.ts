/** What people of a team do: strategy and approval, making, calendar and hand-off, numbers, replies, and the client. */
export const roles = [
  'lead',
  'creator',
  'channel-manager',
  'analyst',
  'community-manager',
  'client',
] as const;
export type Role = (typeof roles)[number];
