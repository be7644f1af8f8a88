import type { components } from './schema';

type Schemas = components['schemas'];

export type Status = Schemas['Status'];
export type Member = Schemas['Member'];
export type NewMember = Schemas['NewMember'];
export type Role = Member['roles'][number];
export type CatalogEntry = Schemas['CatalogEntry'];
export type Kind = CatalogEntry['kind'];
export type Level = CatalogEntry['level'];
export type Track = CatalogEntry['track'];
export type Upload = Schemas['Upload'];
export type Findings = Schemas['Findings'];
export type OwnChallenge = Schemas['OwnChallenge'];
export type RegradeSummary = Schemas['RegradeSummary'];
export type RegradePreview = Schemas['RegradePreview'];
export type RegradedSubmission = Schemas['RegradedSubmission'];
export type Assessment = Schemas['Assessment'];
export type AssessmentDraft = Schemas['AssessmentDraft'];
export type Invitation = Schemas['Invitation'];
export type InvitationDraft = Schemas['InvitationDraft'];
export type NewInvitation = Schemas['NewInvitation'];

export type Attempt = Schemas['Attempt'];
export type AttemptItem = Schemas['AttemptItem'];
export type ItemDetail = Schemas['ItemDetail'];
export type Workspace = Schemas['Workspace'];
export type SourceFile = Schemas['SourceFile'];
export type Receipt = Schemas['Receipt'];
export type Submission = Schemas['Submission'];
export type CandidateJudgement = Schemas['CandidateJudgement'];
export type CandidateTest = Schemas['CandidateTest'];

export type Judgement = Schemas['Judgement'];
export type Verdict = Judgement['verdict'];
export type CategoryScore = Schemas['CategoryScore'];
export type TestResult = Schemas['TestResult'];
export type TestStatus = TestResult['status'];
export type Given = Schemas['Given'];

export type ReviewTask = Schemas['ReviewTask'];
export type ReviewPage = Schemas['ReviewPage'];
export type Review = Schemas['Review'];
export type ReviewDraft = Schemas['ReviewDraft'];
export type SentReview = Schemas['SentReview'];
export type Rating = Schemas['Rating'];
export type Criterion = Schemas['Criterion'];
export type AnsweredSection = Schemas['AnsweredSection'];
export type Result = Schemas['Result'];
export type Report = Schemas['Report'];
export type ReportItem = Schemas['ReportItem'];
