package dev.assay.api.identity.web;

import dev.assay.api.access.CurrentMember;
import dev.assay.api.access.Role;
import dev.assay.api.identity.Account;
import dev.assay.api.identity.Accounts;
import dev.assay.api.identity.Members;
import dev.assay.api.organization.Organizations;
import dev.assay.api.rest.Page;
import dev.assay.api.rest.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/members")
class MemberController {

    private final Members members;
    private final Accounts accounts;
    private final Organizations organizations;

    MemberController(Members members, Accounts accounts, Organizations organizations) {
        this.members = members;
        this.accounts = accounts;
        this.organizations = organizations;
    }

    record MemberDraft(
            @NotBlank(message = "must not be empty") @Size(max = 120, message = "must have at most 120 characters")
            String name,

            @NotBlank(message = "must not be empty")
            @Email(message = "must be an e-mail address")
            @Size(max = 254, message = "must have at most 254 characters")
            String email,

            @NotEmpty(message = "must name at least one of OWNER, RECRUITER, INTERVIEWER")
            Set<Role> roles) {}

    /** @param password shown once */
    record NewMember(Member member, String password) {
        @Override
        public String toString() {
            return "NewMember[" + member.id() + "]";
        }
    }

    @GetMapping
    Mono<Page<Member>> list(
            @AuthenticationPrincipal CurrentMember me,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Paging paging = Paging.of(cursor, limit);
        return organizations
                .organization(me.organizationId())
                .flatMap(organization -> accounts.page(me.organizationId(), paging)
                        .map(found -> paging.page(found, Account::id, account -> Member.of(account, organization))));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<NewMember> add(@AuthenticationPrincipal CurrentMember me, @Valid @RequestBody MemberDraft wanted) {
        return organizations
                .organization(me.organizationId())
                .flatMap(organization -> members.add(me.organizationId(), wanted.name(), wanted.email(), wanted.roles())
                        .map(added -> new NewMember(Member.of(added.account(), organization), added.password())));
    }
}
