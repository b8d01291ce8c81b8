/**
 * The test file with which the command has jest run the suites: all chapters on all targets in one, since jest runs the files
 * of one process one after the other, and describe blocks too, and engines would be idle at the end of each.
 */
import { join } from 'node:path';
import { loadCatalogue } from '../claims/catalogue';
import { judgeClaims } from './chapter';
import { inOrderOfTrial } from './schedule';

judgeClaims(inOrderOfTrial(loadCatalogue(join(__dirname, '..', '..', 'suites'))));
