package ews.dashboard.api;

import ews.domain.member.Members;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReviewApi {

    private final ReviewList reviews;
    private final Members members;

    ReviewApi(ReviewList reviews, Members members) {
        this.reviews = reviews;
        this.members = members;
    }

    @GetMapping("/v1/reviews")
    Page<ReviewList.Item> reviews(HttpServletRequest request) {
        var parameters = new Parameters(request, "member", "list", "week", "cursor", "limit");
        return reviews.page(
                parameters.member("member", members).orElse(null),
                parameters.text("list").orElse(null),
                parameters.day("week").orElse(null),
                parameters.cursor(2).orElse(null),
                parameters.limit());
    }

    @GetMapping("/v1/reviews/{review}")
    ReviewList.Whole review(@PathVariable String review, HttpServletRequest request) {
        new Parameters(request);
        if (!review.matches("[0-9]{1,18}")) {
            throw noReview(review);
        }
        return reviews.withId(Long.parseLong(review)).orElseThrow(() -> noReview(review));
    }

    private static Problem noReview(String id) {
        return Problem.notFound("There is no review with the id \"%s\".".formatted(id));
    }
}
