package dev.assay.api.review.store;

import dev.assay.api.review.Reviews;
import dev.assay.api.review.ReviewsContract;
import dev.assay.api.testing.TestStores;

class EmbeddedReviewsTest implements ReviewsContract {

    private final Reviews store = TestStores.embedded(MongoReviews::new);

    @Override
    public Reviews reviews() {
        return store;
    }
}
