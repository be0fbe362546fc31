/** How a command ends: done; done, with what the caller asked to fail on; not gradable at all. */
export const exit = { done: 0, failed: 1, unusable: 2 } as const;

export type ExitStatus = (typeof exit)[keyof typeof exit];
