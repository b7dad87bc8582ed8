import { config } from 'zod';

/**
 * Imported before any schema is made. Zod would otherwise try whether it may make functions from text; the content
 * security policy forbids it and would report the attempt as a violation at every start.
 */
config({ jitless: true });
