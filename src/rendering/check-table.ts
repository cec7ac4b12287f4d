export const table = (_: unknown) => '';
