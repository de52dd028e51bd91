/** Told to the person at the terminal in one sentence: thing, reason, what to do. */
export class Failure extends Error {}
