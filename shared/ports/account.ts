/** Staff roles. What each may do stands with each command (shared/domain/commands). */
export const roles = ['administrator', 'coordination', 'course-lead', 'reception'] as const;
export type Role = (typeof roles)[number];

/** The staff account that opened the vault. */
export interface SignedIn {
  readonly accountId: string;
  readonly name: string;
  readonly role: Role;
}
