import { z } from 'zod';

// The page's policy forbids code made from text, which zod would try the first time it checks anything; imported before all else.
z.config({ jitless: true });
