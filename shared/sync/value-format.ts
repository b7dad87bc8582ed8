/** The first byte of every value on the server says what the rest is; every one of them is sealed. */
export const valueFormats = { record: 1, header: 2, joinRequest: 3 } as const;
