import type { Endpoint } from './endpoint.ts';
import * as accounts from './accounts.ts';
import * as attachments from './attachments.ts';
import * as audit from './audit.ts';
import * as calendar from './calendar.ts';
import * as campaigns from './campaigns.ts';
import * as caseBulk from './case-bulk.ts';
import * as caseHandling from './case-handling.ts';
import * as caseLists from './case-lists.ts';
import * as cases from './cases.ts';
import * as dashboard from './dashboard.ts';
import * as documentReview from './document-review.ts';
import * as documentText from './document-text.ts';
import * as mandates from './mandates.ts';
import * as modelReadings from './model-readings.ts';
import * as organisation from './organisation.ts';
import * as organisationFiles from './organisation-files.ts';
import * as peerGroups from './peer-groups.ts';
import * as people from './people.ts';
import * as places from './places.ts';
import * as plans from './plans.ts';
import * as projects from './projects.ts';
import * as promises from './promises.ts';
import * as rankings from './rankings.ts';
import * as session from './session.ts';
import * as snapshots from './snapshots.ts';
import * as standards from './standards.ts';
import * as targets from './targets.ts';
import * as tasks from './tasks.ts';

type AnyEndpoint = Endpoint<any, any, any, any>;

/** Everything that a file of the contract exports and that is an endpoint, in the order of the files. */
function endpointsOf(...files: readonly Readonly<Record<string, unknown>>[]): readonly AnyEndpoint[] {
  return files.flatMap((file) => Object.values(file).filter(isEndpoint));
}

function isEndpoint(value: unknown): value is AnyEndpoint {
  return typeof value === 'object' && value !== null && 'path' in value && 'method' in value && 'allow' in value;
}

/** Every endpoint of the product. The server must serve each of them and nothing else (house test). */
export const endpoints: readonly AnyEndpoint[] = endpointsOf(
  session,
  organisation,
  organisationFiles,
  people,
  accounts,
  audit,
  calendar,
  mandates,
  documentReview,
  documentText,
  modelReadings,
  targets,
  promises,
  campaigns,
  projects,
  plans,
  tasks,
  places,
  standards,
  cases,
  caseHandling,
  caseBulk,
  caseLists,
  attachments,
  rankings,
  snapshots,
  peerGroups,
  dashboard,
);
