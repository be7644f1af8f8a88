package dev.assay.api.assessment.store;

import dev.assay.api.assessment.Assessments;
import dev.assay.api.testing.TestStores;

class MongoDbAssessmentsTest implements AssessmentsContract {

    @Override
    public Assessments assessments() {
        return TestStores.mongoDb(MongoAssessments::new);
    }
}
