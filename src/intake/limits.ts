/** Bounds on what is taken from the disk. */
export const intakeLimits = {
  /** So much of a file is taken; one byte beyond what any reader accepts, which then says that it is too large. */
  fileBytes: 50_000_001,
  /** Files and folders in one submission. */
  entries: 2_000,
  /** Submissions in one run. */
  submissions: 50_000,
  /** Folders inside folders. */
  depth: 12,
} as const;
