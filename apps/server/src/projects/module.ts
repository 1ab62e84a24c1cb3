import * as contract from '@duban/contract/projects';
import { defineModule, route } from '../kernel/module.ts';
import { changeProject } from './change-project.ts';
import { createProject } from './create-project.ts';
import { getProject, listProjects } from './project.queries.ts';
import { reachStage } from './reach-stage.ts';
import {
  beginProject,
  completeProject,
  reopenProject,
  resumeProject,
  suspendProject,
  withdrawProject,
} from './settle-project.ts';
import { listStages, setStages } from './stage.store.ts';

/** Projects of campaigns and the stages they go through. */
export const projectsModule = defineModule({
  name: 'projects',
  routes: [
    route(contract.listProjects, listProjects),
    route(contract.getProject, getProject),
    route(contract.createProject, createProject),
    route(contract.changeProject, changeProject),
    route(contract.reachStage, reachStage),
    route(contract.beginProject, beginProject),
    route(contract.suspendProject, suspendProject),
    route(contract.resumeProject, resumeProject),
    route(contract.completeProject, completeProject),
    route(contract.reopenProject, reopenProject),
    route(contract.withdrawProject, withdrawProject),
    route(contract.listStages, listStages),
    route(contract.setStages, setStages),
  ],
});
