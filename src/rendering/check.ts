export const checkFilm = async (..._: unknown[]): Promise<{ isFine: boolean }[]> => [];
