#!/usr/bin/env node
// argv in, exit code out: 0 ok, 1 error in the program, 2 wrong use of the command, 3 a tool is missing, 70 internal error.
import { main } from './cli/command-line.ts';

process.exitCode = await main(process.argv);
