/** The API's words and paths. */
export interface paths {
  '/api/v1/status': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: { 'application/json': components['schemas']['Status'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: { 'application/json': components['schemas']['Member'] };
        };
      };
    };
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { 'application/json': components['schemas']['Credentials'] } };
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: { 'application/json': components['schemas']['Session'] };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session/password': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { 'application/json': components['schemas']['PasswordChange'] } };
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: { 'application/json': components['schemas']['Session'] };
        };
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/members': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: {
        query?: { cursor?: string; limit?: number };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: {
            'application/json': {
              items: components['schemas']['Member'][];
              nextCursor: string | null;
            };
          };
        };
      };
    };
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { 'application/json': components['schemas']['MemberDraft'] } };
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: { 'application/json': components['schemas']['NewMember'] };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/catalog': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: {
        query?: { cursor?: string; limit?: number };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: {
            'application/json': {
              items: components['schemas']['CatalogEntry'][];
              nextCursor: string | null;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assessments': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: {
        query?: { cursor?: string; limit?: number };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: {
            'application/json': {
              items: components['schemas']['Assessment'][];
              nextCursor: string | null;
            };
          };
        };
      };
    };
    put?: never;
    post: {
      parameters: {
        query?: never;
        header: { 'Idempotency-Key': string };
        path?: never;
        cookie?: never;
      };
      requestBody: { content: { 'application/json': components['schemas']['AssessmentDraft'] } };
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: { 'application/json': components['schemas']['Assessment'] };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assessments/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: { 'application/json': components['schemas']['Assessment'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assessments/{id}/invitations': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: {
        query?: { cursor?: string; limit?: number };
        header?: never;
        path: { id: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: {
            'application/json': {
              items: components['schemas']['Invitation'][];
              nextCursor: string | null;
            };
          };
        };
      };
    };
    put?: never;
    post: {
      parameters: {
        query?: never;
        header: { 'Idempotency-Key': string };
        path: { id: string };
        cookie?: never;
      };
      requestBody: { content: { 'application/json': components['schemas']['InvitationDraft'] } };
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: { 'application/json': components['schemas']['NewInvitation'] };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/invitations/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post?: never;
    delete: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never };
      requestBody?: never;
      responses: { 204: { headers: { [name: string]: unknown }; content?: never } };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/candidate/session': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody: { content: { 'application/json': { secret: string } } };
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: { 'application/json': components['schemas']['CandidateSession'] };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/attempt': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: { 'application/json': components['schemas']['Attempt'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/attempt/start': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: { 'application/json': components['schemas']['Attempt'] };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/attempt/finish': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: { 'application/json': components['schemas']['Attempt'] };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/attempt/items/{itemId}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path: { itemId: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: { 'application/json': components['schemas']['ItemDetail'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/attempt/items/{itemId}/environment': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put: {
      parameters: { query?: never; header?: never; path: { itemId: string }; cookie?: never };
      requestBody: { content: { 'application/json': components['schemas']['EnvironmentChoice'] } };
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: { 'application/json': components['schemas']['Workspace'] };
        };
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/attempt/items/{itemId}/edits': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path: { itemId: string }; cookie?: never };
      requestBody: { content: { 'application/json': components['schemas']['Edit'] } };
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: { 'application/json': components['schemas']['Receipt'] };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/attempt/items/{itemId}/runs': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: { query?: never; header?: never; path: { itemId: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: { 'application/json': components['schemas']['Submission'] };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/attempt/items/{itemId}/submissions': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: {
        query?: { cursor?: string; limit?: number };
        header?: never;
        path: { itemId: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: {
            'application/json': {
              items: components['schemas']['Submission'][];
              nextCursor: string | null;
            };
          };
        };
      };
    };
    put?: never;
    post: {
      parameters: {
        query?: never;
        header: { 'Idempotency-Key': string };
        path: { itemId: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: { 'application/json': components['schemas']['Submission'] };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/attempt/submissions/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: { 'application/json': components['schemas']['Submission'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reviews': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: {
        query?: { cursor?: string; limit?: number };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: {
            'application/json': {
              items: components['schemas']['ReviewTask'][];
              nextCursor: string | null;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reviews/{answerId}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path: { answerId: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: { 'application/json': components['schemas']['ReviewPage'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reviews/{answerId}/draft': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put: {
      parameters: {
        query?: never;
        header?: { 'If-Match'?: string; 'If-None-Match'?: string };
        path: { answerId: string };
        cookie?: never;
      };
      requestBody: { content: { 'application/json': components['schemas']['ReviewDraft'] } };
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: { 'application/json': components['schemas']['Review'] };
        };
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reviews/{answerId}/send': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: {
        query?: never;
        header: { 'If-Match': string };
        path: { answerId: string };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: { 'application/json': components['schemas']['Review'] };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reviews/{answerId}/amend': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get?: never;
    put?: never;
    post: {
      parameters: {
        query?: never;
        header: { 'If-Match': string };
        path: { answerId: string };
        cookie?: never;
      };
      requestBody: { content: { 'application/json': components['schemas']['Amendment'] } };
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: { 'application/json': components['schemas']['Review'] };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/results': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: {
        query?: { cursor?: string; limit?: number };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: {
            'application/json': {
              items: components['schemas']['Result'][];
              nextCursor: string | null;
            };
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/results/{attemptId}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: never; header?: never; path: { attemptId: string }; cookie?: never };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: { 'application/json': components['schemas']['Report'] };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface components {
  schemas: {
    Status: { version: string; judging: 'READY' | 'UNAVAILABLE'; message: string | null };
    Problem: {
      type: string;
      title: string;
      status: number;
      detail?: string;
      errors?: components['schemas']['FieldProblem'][];
    };
    FieldProblem: { field: string; message: string };
    Credentials: { email: string; password: string };
    PasswordChange: { currentPassword: string; newPassword: string };
    Session: { token: string; expiresAt: string; member: components['schemas']['Member'] };
    Member: {
      id: string;
      name: string;
      email: string;
      roles: ('OWNER' | 'RECRUITER' | 'INTERVIEWER')[];
      organizationName: string;
      mustChangePassword: boolean;
    };
    MemberDraft: { name: string; email: string; roles: ('OWNER' | 'RECRUITER' | 'INTERVIEWER')[] };
    NewMember: { member: components['schemas']['Member']; password: string };
    CatalogEntry: {
      kind: 'CHALLENGE' | 'EXERCISE';
      id: string;
      title: string;
      skills: string[];
      track: 'DEVELOPER' | 'ENGINEER';
      level: 'JUNIOR' | 'MID' | 'SENIOR';
      minutes: number;
      environments: string[];
      version: string;
    };
    AssessmentDraft: {
      title: string;
      role: string;
      level: 'JUNIOR' | 'MID' | 'SENIOR';
      minutes: number;
      items: { kind: 'CHALLENGE' | 'EXERCISE'; id: string }[];
    };
    Assessment: {
      id: string;
      title: string;
      role: string;
      level: 'JUNIOR' | 'MID' | 'SENIOR';
      minutes: number;
      items: components['schemas']['CatalogEntry'][];
      createdAt: string;
    };
    InvitationDraft: {
      candidateName: string;
      candidateEmail: string;
      expiresInDays?: number;
      timeMultiplier?: number;
    };
    Invitation: {
      id: string;
      candidateName: string;
      candidateEmail: string;
      state: 'PENDING' | 'RUNNING' | 'FINISHED' | 'EXPIRED' | 'REVOKED';
      createdAt: string;
      expiresAt: string;
      attemptId: string | null;
    };
    NewInvitation: { invitation: components['schemas']['Invitation']; link: string };
    CandidateSession: { token: string; expiresAt: string; attemptId: string };
    AttemptItem: {
      itemId: string;
      kind: 'CHALLENGE' | 'EXERCISE';
      title: string;
      minutes: number;
      environments: string[];
    };
    Attempt: {
      id: string;
      organizationName: string;
      assessmentTitle: string;
      candidateName: string;
      state: 'READY' | 'RUNNING' | 'FINISHED';
      minutes: number;
      serverTime: string;
      startedAt: string | null;
      deadline: string | null;
      finishedAt: string | null;
      finishedHow: 'HANDED_IN' | 'TIME_UP' | null;
      items: components['schemas']['AttemptItem'][];
    };
    Limits: {
      buildSeconds: number;
      readySeconds: number;
      examSeconds: number;
      memoryMiB: number;
      processes: number;
      outputKiB: number;
    };
    Given: { name: string; value: string };
    Section: { id: string; title: string; prompt: string };
    SourceFile: { path: string; text: string };
    Workspace: {
      environment: string | null;
      revision: number;
      files: components['schemas']['SourceFile'][];
    };
    ItemDetail: {
      itemId: string;
      kind: 'CHALLENGE' | 'EXERCISE';
      title: string;
      statement: string | null;
      port: number | null;
      environments: string[];
      categories: { category: string; share: number }[] | null;
      limits: components['schemas']['Limits'] | null;
      brief: string | null;
      givens: components['schemas']['Given'][] | null;
      sections: components['schemas']['Section'][] | null;
      criteria: { title: string; question: string; weight: number }[] | null;
      workspace: components['schemas']['Workspace'];
    };
    EnvironmentChoice: { environment: string };
    Edit: { editId: string; baseRevision: number; path: string; text?: string; deleted?: boolean };
    Receipt: { revision: number; path: string; hash: string; at: string };
    Verdict:
      | 'ACCEPTED'
      | 'PARTIAL'
      | 'REJECTED'
      | 'COMPILE_ERROR'
      | 'NOT_READY'
      | 'RUN_TIME_ERROR'
      | 'TIME_LIMIT'
      | 'MEMORY_LIMIT'
      | 'OUTPUT_LIMIT'
      | 'JUDGE_ERROR';
    CategoryScore: {
      category: string;
      share: number;
      passed: number;
      total: number;
      score: number;
    };
    CandidateTest: {
      name: string;
      title: string;
      category: string;
      status: 'PASSED' | 'FAILED' | 'NOT_RUN';
      message: string | null;
    };
    CandidateJudgement: {
      verdict: components['schemas']['Verdict'];
      score: number;
      explanation: string;
      categories: components['schemas']['CategoryScore'][];
      tests: components['schemas']['CandidateTest'][];
      buildLog: string;
      serviceLog: string | null;
      totalMillis: number;
    };
    Submission: {
      id: string;
      itemId: string;
      scope: 'VISIBLE' | 'ALL';
      environment: string;
      contentHash: string;
      createdAt: string;
      state: 'WAITING' | 'JUDGING' | 'JUDGED';
      judgement: components['schemas']['CandidateJudgement'] | null;
    };
    TestResult: {
      name: string;
      title: string;
      category: string;
      visible: boolean;
      weight: number;
      status: 'PASSED' | 'FAILED' | 'NOT_RUN';
      millis: number;
      message: string;
    };
    Timings: {
      queued: number;
      pod: number;
      examCompile: number;
      deliver: number;
      build: number;
      start: number;
      exam: number;
      total: number;
    };
    Judgement: {
      verdict: components['schemas']['Verdict'];
      score: number;
      explanation: string;
      categories: components['schemas']['CategoryScore'][];
      tests: components['schemas']['TestResult'][];
      buildLog: string;
      serviceLog: string;
      timings: components['schemas']['Timings'];
    };
    ReviewTask: {
      answerId: string;
      exerciseTitle: string;
      assessmentTitle: string;
      handedInAt: string;
      myState: 'NONE' | 'DRAFT' | 'SENT';
    };
    Rating: { criterionId: string; level: number | null; evidence: string; comment: string };
    SentReview: {
      sentAt: string;
      reason: string | null;
      ratings: components['schemas']['Rating'][];
      summary: string;
      score: number;
    };
    Review: {
      state: 'DRAFT' | 'SENT';
      version: number;
      ratings: components['schemas']['Rating'][];
      summary: string;
      score: number | null;
      sentAt: string | null;
      interviewerName: string;
      history: components['schemas']['SentReview'][];
    };
    ReviewDraft: { ratings: components['schemas']['Rating'][]; summary: string };
    Amendment: { reason: string; ratings: components['schemas']['Rating'][]; summary: string };
    AnsweredSection: { id: string; title: string; prompt: string; text: string };
    Criterion: {
      id: string;
      title: string;
      weight: number;
      question: string;
      anchors: { [level: string]: string };
    };
    ReviewPage: {
      answerId: string;
      exerciseTitle: string;
      brief: string;
      givens: components['schemas']['Given'][];
      sections: components['schemas']['AnsweredSection'][];
      criteria: components['schemas']['Criterion'][];
      mine: components['schemas']['Review'] | null;
      others: components['schemas']['Review'][];
    };
    Result: {
      attemptId: string;
      candidateName: string;
      candidateEmail: string;
      assessmentTitle: string;
      state: 'READY' | 'RUNNING' | 'FINISHED';
      startedAt: string | null;
      finishedAt: string | null;
      codingScore: number | null;
      designScore: number | null;
      reviewsSent: number;
    };
    ReportedSubmission: {
      id: string;
      environment: string;
      contentHash: string;
      createdAt: string;
      files: components['schemas']['SourceFile'][];
      judgement: components['schemas']['Judgement'] | null;
    };
    ReportItem: {
      itemId: string;
      kind: 'CHALLENGE' | 'EXERCISE';
      title: string;
      score: number | null;
      submission: components['schemas']['ReportedSubmission'] | null;
      submissionsCount: number;
      answer: { sectionId: string; title: string; text: string }[] | null;
      reviews: components['schemas']['Review'][] | null;
      reviewsHidden: boolean;
    };
    Report: components['schemas']['Result'] & {
      finishedHow: 'HANDED_IN' | 'TIME_UP' | null;
      items: components['schemas']['ReportItem'][];
    };
  };
}
