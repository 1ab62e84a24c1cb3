/**
 * A small plan in the form in which Microsoft Project 2010 and later save: task 0 for the project, a summary with two
 * tasks below it that is itself a predecessor, an elapsed duration, a negative elapsed lag, a lag in per cent, a
 * deadline, an inactive task, a blank row, a resource calendar that nobody uses, a material resource and the assignment
 * of nobody (-65535).
 */
const workingDay = (type: number) => `
        <WeekDay>
          <DayType>${type}</DayType>
          <DayWorking>1</DayWorking>
          <WorkingTimes>
            <WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>
            <WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime>
          </WorkingTimes>
        </WeekDay>`;

const link = (uid: number, type: number, lag: number, format: number) => `
      <PredecessorLink>
        <PredecessorUID>${uid}</PredecessorUID>
        <Type>${type}</Type>
        <CrossProject>0</CrossProject>
        <LinkLag>${lag}</LinkLag>
        <LagFormat>${format}</LagFormat>
      </PredecessorLink>`;

type Told = {
  readonly uid: number;
  readonly name?: string;
  readonly outline: string;
  readonly duration: string;
  readonly format?: number;
  readonly more?: string;
};

const task = ({ uid, name, outline, duration, format = 7, more = '' }: Told) => `
    <Task>
      <UID>${uid}</UID>
      <ID>${uid}</ID>${name === undefined ? '' : `\n      <Name>${name}</Name>`}
      <Manual>0</Manual>
      <Type>0</Type>
      <IsNull>0</IsNull>
      <CreateDate>2026-02-26T19:37:00</CreateDate>
      <WBS>${outline}</WBS>
      <OutlineNumber>${outline}</OutlineNumber>
      <OutlineLevel>${outline === '0' ? 0 : outline.split('.').length}</OutlineLevel>
      <Priority>500</Priority>
      <Start>2026-03-02T08:00:00</Start>
      <Finish>2026-03-06T17:00:00</Finish>
      <Duration>${duration}</Duration>
      <DurationFormat>${format}</DurationFormat>
      <ResumeValid>0</ResumeValid>
      <Milestone>${duration === 'PT0H0M0S' ? 1 : 0}</Milestone>
      <PercentComplete>0</PercentComplete>
      <RemainingDuration>${duration}</RemainingDuration>
      <CalendarUID>-1</CalendarUID>${more}
      <CommitmentType>0</CommitmentType>
    </Task>`;

const constraint = (type: number, date?: string) =>
  `\n      <ConstraintType>${type}</ConstraintType>${date ? `\n      <ConstraintDate>${date}</ConstraintDate>` : ''}`;

const tasks = [
  task({
    uid: 0,
    name: 'Renovation',
    outline: '0',
    duration: 'PT320H0M0S',
    more: '<Summary>1</Summary><Deadline>2026-07-31T17:00:00</Deadline>',
  }),
  task({ uid: 1, name: '前期', outline: '1', duration: 'PT96H0M0S', more: '<Summary>1</Summary>' }),
  task({ uid: 2, name: '设计', outline: '1.1', duration: 'PT36H0M0S' }),
  task({
    uid: 3,
    name: '审批',
    outline: '1.2',
    duration: 'PT80H0M0S',
    more: constraint(4, '2026-03-13T17:00:00') + link(2, 3, 9600, 7),
  }),
  task({
    uid: 4,
    name: '施工',
    outline: '2',
    duration: 'PT160H0M0S',
    more: `<Deadline>2026-06-30T17:00:00</Deadline>${link(1, 1, 0, 7)}`,
  }),
  '\n    <Task><UID>10</UID><ID>6</ID><IsNull>1</IsNull></Task>',
  task({
    uid: 5,
    name: '养护',
    outline: '3',
    duration: 'PT168H0M0S',
    format: 8,
    more: constraint(1) + link(4, 1, -28800, 8),
  }),
  task({ uid: 6, name: '竣工', outline: '4', duration: 'PT0H0M0S', more: link(4, 1, 50, 19) + link(5, 0, 0, 7) }),
  task({ uid: 7, name: '备选方案', outline: '5', duration: 'PT8H0M0S', more: '<Active>0</Active>' }),
];

export const savedByProject = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Project xmlns="http://schemas.microsoft.com/project">
  <SaveVersion>14</SaveVersion>
  <Name>renovation.xml</Name>
  <Title>Renovation</Title>
  <ScheduleFromStart>1</ScheduleFromStart>
  <StartDate>2026-03-02T08:00:00</StartDate>
  <FinishDate>2026-05-11T17:00:00</FinishDate>
  <CalendarUID>1</CalendarUID>
  <MinutesPerDay>480</MinutesPerDay>
  <MinutesPerWeek>2400</MinutesPerWeek>
  <OutlineCodes/>
  <WBSMasks/>
  <Calendars>
    <Calendar>
      <UID>1</UID>
      <Name>Standard</Name>
      <IsBaseCalendar>1</IsBaseCalendar>
      <BaseCalendarUID>-1</BaseCalendarUID>
      <WeekDays>
        <WeekDay><DayType>1</DayType><DayWorking>0</DayWorking></WeekDay>${[2, 3, 4, 5, 6].map(workingDay).join('')}
        <WeekDay><DayType>7</DayType><DayWorking>0</DayWorking></WeekDay>
        <WeekDay>
          <DayType>0</DayType>
          <DayWorking>0</DayWorking>
          <TimePeriod><FromDate>2026-05-01T00:00:00</FromDate><ToDate>2026-05-01T23:59:00</ToDate></TimePeriod>
        </WeekDay>
      </WeekDays>
      <Exceptions>
        <Exception>
          <EnteredByOccurrences>0</EnteredByOccurrences>
          <TimePeriod><FromDate>2026-05-09T00:00:00</FromDate><ToDate>2026-05-09T23:59:00</ToDate></TimePeriod>
          <Occurrences>1</Occurrences>
          <Name>调休</Name>
          <Type>1</Type>
          <DayWorking>1</DayWorking>
        </Exception>
        <Exception>
          <TimePeriod><FromDate>2026-01-01T00:00:00</FromDate><ToDate>2030-01-01T23:59:00</ToDate></TimePeriod>
          <Occurrences>5</Occurrences>
          <Name>元旦</Name>
          <Type>2</Type>
          <DayWorking>0</DayWorking>
        </Exception>
      </Exceptions>
    </Calendar>
    <Calendar>
      <UID>3</UID>
      <Name>张工</Name>
      <IsBaseCalendar>0</IsBaseCalendar>
      <BaseCalendarUID>1</BaseCalendarUID>
    </Calendar>
  </Calendars>
  <Tasks>${tasks.join('')}
  </Tasks>
  <Resources>
    <Resource><UID>0</UID><ID>0</ID><Type>1</Type></Resource>
    <Resource><UID>1</UID><ID>1</ID><Name>张工</Name><Type>1</Type><MaxUnits>1.00</MaxUnits></Resource>
    <Resource><UID>2</UID><ID>2</ID><Name>水泥</Name><Type>0</Type></Resource>
  </Resources>
  <Assignments>
    <Assignment><UID>1</UID><TaskUID>2</TaskUID><ResourceUID>1</ResourceUID><Units>0.5</Units></Assignment>
    <Assignment><UID>2</UID><TaskUID>3</TaskUID><ResourceUID>-65535</ResourceUID><Units>1</Units></Assignment>
  </Assignments>
</Project>
`;
