import { BEYOND_100T } from './beyond-100t.js';
import { BUDGET } from './budget.js';
import { CO_DESIGN } from './co-design.js';
import { SYSTEM_SIZE } from './system-size.js';
import { ANATOMY } from './anatomy.js';
import { DISTRIBUTION } from './distribution.js';
import { OFFLOADING } from './offloading.js';
import { SENSITIVITY } from './sensitivity.js';
import { SOFTWARE } from './software.js';
import { SWEEP } from './sweep.js';
import { TIME_MEMORY_MAPS } from './time-memory-maps.js';
import { TRADE_OFFS } from './trade-offs.js';
import { VALIDATION } from './validation.js';
import { anyStudy } from './study.js';
import type { AnyStudy } from './study.js';

/** The studies in the order of the paper, then our own. */
export const STUDIES: readonly AnyStudy[] = [
  anyStudy(ANATOMY),
  anyStudy(VALIDATION),
  anyStudy(TRADE_OFFS),
  anyStudy(TIME_MEMORY_MAPS),
  anyStudy(DISTRIBUTION),
  anyStudy(SYSTEM_SIZE),
  anyStudy(OFFLOADING),
  anyStudy(SOFTWARE),
  anyStudy(BUDGET),
  anyStudy(BEYOND_100T),
  anyStudy(CO_DESIGN),
  anyStudy(SENSITIVITY),
  anyStudy(SWEEP),
];
