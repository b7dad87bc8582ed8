import type { CourseGroupEntry } from '#shared/domain/directory.ts';
import type { Session } from '#shared/domain/records/session.ts';

/** A session with what its dialogs need to know. */
export interface SessionInPlan {
  readonly id: string;
  readonly session: Session;
  readonly group: CourseGroupEntry;
  /** Attendance is recorded: neither day nor time can change, and it can't be cancelled. */
  readonly hasSheet: boolean;
}
