package dev.assay.challenge.icpc;

import java.util.List;

/** Cases that are one test of the exam. */
record CaseGroup(String method, String title, boolean visible, boolean shown, List<TestCase> cases) {
    CaseGroup {
        cases = List.copyOf(cases);
    }
}
