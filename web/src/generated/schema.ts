// Made from the server by `uv run python -m scripts.web types`. Not to be edited.

export interface paths {
    "/.well-known/did.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Did
         * @description The keys under which this campus signs and has signed (did:web).
         */
        get: operations["WellKnownDidJsonDid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/achievements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find
         * @description Yours: what you have earned, and how far you are with the others.
         */
        get: operations["ApiAchievementsFind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ListJobs
         * @description What the campus has to do, or has done in the last week. For administrators.
         */
        get: operations["ApiAdminJobsListJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/admin/jobs/{job_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * RetryJob
         * @description Have a job run at once, also one that has failed for good. For administrators.
         */
        post: operations["ApiAdminJobsJobIdRetryRetryJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai-tutor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask
         * @description Ask the tutor of a class you are in.
         */
        post: operations["ApiAiTutorAsk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai-tutor/{answer_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read
         * @description One of your answers; as a stream, what is still to come of it.
         */
        get: operations["ApiAiTutorAnswerIdRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai-tutor/{answer_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel
         * @description Stop an answer; what was said until then stays.
         */
        post: operations["ApiAiTutorAnswerIdCancelCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai-tutor/{answer_id}/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Judge
         * @description Say whether an answer helped you.
         */
        post: operations["ApiAiTutorAnswerIdFeedbackJudge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai-tutor/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Drafts
         * @description The drafts of a class you teach, newest first.
         */
        get: operations["ApiAiTutorDraftsDrafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai-tutor/drafts/{draft_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Draft
         * @description One draft.
         */
        get: operations["ApiAiTutorDraftsDraftIdDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai-tutor/drafts/{draft_id}/items/{number}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve
         * @description Put a question into the class's bank.
         */
        post: operations["ApiAiTutorDraftsDraftIdItemsNumberApproveApprove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai-tutor/drafts/{draft_id}/items/{number}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject
         * @description Leave a question out.
         */
        post: operations["ApiAiTutorDraftsDraftIdItemsNumberRejectReject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai-tutor/generate-quiz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Generate
         * @description Have questions drafted from the material of a class you teach. None is used before you approve it.
         */
        post: operations["ApiAiTutorGenerateQuizGenerate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai-tutor/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * History
         * @description Your own questions and their answers, newest first.
         */
        get: operations["ApiAiTutorHistoryHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai-tutor/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Decide
         * @description Decide what the tutor of a class you teach does for who is taking a quiz.
         */
        put: operations["ApiAiTutorPolicyDecide"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai-tutor/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stats
         * @description A week's use: of the class you teach, in numbers alone, or your own.
         */
        get: operations["ApiAiTutorStatsStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai-tutor/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Status
         * @description What answers in this class, whether the tutor is open to you now, and what is left of today's budgets.
         */
        get: operations["ApiAiTutorStatusStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ai-tutor/study-suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suggest
         * @description What to look at again, from your own results.
         */
        post: operations["ApiAiTutorStudySuggestionsSuggest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Dashboard
         * @description How it goes in your classes, or in one of them; at most a minute old.
         */
        get: operations["ApiAnalyticsDashboardDashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/leaderboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Leaderboard
         * @description Who has earned the most tokens in a class of yours; names are aliases unless their owners chose otherwise.
         */
        get: operations["ApiAnalyticsLeaderboardLeaderboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/leaderboard/choice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose
         * @description Be on leaderboards under an alias, under your name, or not at all.
         */
        put: operations["ApiAnalyticsLeaderboardChoiceChoose"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/analytics/leaderboard/people/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * SayOfAge
         * @description Say whether a student of a classroom you teach is under age.
         */
        put: operations["ApiAnalyticsLeaderboardPeopleUserIdSayOfAge"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attendance/{record_id}/checkout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * CheckOut
         * @description Note that somebody left: presence after it does not count. Students can say so of themselves, now.
         */
        put: operations["ApiAttendanceRecordIdCheckoutCheckOut"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attendance/{record_id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * SetStatus
         * @description The same for a record you have.
         */
        put: operations["ApiAttendanceRecordIdStatusSetStatus"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attendance/excuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SendExcuse
         * @description Send an excuse for a session, also for one to come. You can write it anew until it is decided.
         */
        post: operations["ApiAttendanceExcusesSendExcuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attendance/excuses/{classroom_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Excuses
         * @description The excuses in a class you teach that wait for your decision.
         */
        get: operations["ApiAttendanceExcusesClassroomIdExcuses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attendance/excuses/{record_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Decide
         * @description Accept or decline an excuse.
         */
        put: operations["ApiAttendanceExcusesRecordIdDecide"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attendance/export/{classroom_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ExportClass
         * @description All records of a class you teach as a file for a spreadsheet.
         */
        get: operations["ApiAttendanceExportClassroomIdExportClass"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attendance/history/{classroom_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * History
         * @description Your records of a class; for its teacher, everybody's or one student's. The latest first.
         */
        get: operations["ApiAttendanceHistoryClassroomIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attendance/mark": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark
         * @description Override what was seen of a student, with a reason. Nobody can claim their own presence.
         */
        post: operations["ApiAttendanceMarkMark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attendance/my-stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MyStats
         * @description How often you were there, class by class.
         */
        get: operations["ApiAttendanceMyStatsMyStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attendance/policy/{classroom_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Policy
         * @description What counts as late, and the like, in a class you are in.
         */
        get: operations["ApiAttendancePolicyClassroomIdPolicy"];
        /**
         * SetPolicy
         * @description Change it for sessions that end from now on.
         */
        put: operations["ApiAttendancePolicyClassroomIdSetPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attendance/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sessions
         * @description The sessions of a class you teach, the latest first.
         */
        get: operations["ApiAttendanceSessionsSessions"];
        put?: never;
        /**
         * Open
         * @description Begin a session by hand, outside the timetable.
         */
        post: operations["ApiAttendanceSessionsOpen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attendance/sessions/{session_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close
         * @description End a session now; its records are written.
         */
        post: operations["ApiAttendanceSessionsSessionIdCloseClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attendance/sessions/{session_id}/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count
         * @description Say that a session counts after all.
         */
        post: operations["ApiAttendanceSessionsSessionIdCountCount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attendance/sessions/{session_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * ExportSession
         * @description A session's report as a file for a spreadsheet.
         */
        get: operations["ApiAttendanceSessionsSessionIdExportExportSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attendance/sessions/{session_id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report
         * @description Who was there, and when. Of a session under way: as if it ended now.
         */
        get: operations["ApiAttendanceSessionsSessionIdReportReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attendance/sessions/{session_id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Void
         * @description Say that a session that has ended counts for nobody.
         */
        post: operations["ApiAttendanceSessionsSessionIdVoidVoid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attendance/stats/{classroom_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stats
         * @description How often each student of a class you teach was there.
         */
        get: operations["ApiAttendanceStatsClassroomIdStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * AddPassword
         * @description Add an e-mail address and a password to an account that only your wallet opens.
         */
        post: operations["ApiAuthEmailAddPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/email/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * AskVerification
         * @description Ask for a letter with a link that confirms your address.
         */
        post: operations["ApiAuthEmailVerificationAskVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/email/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * VerifyEmail
         * @description Confirm an address with the link of a letter.
         */
        post: operations["ApiAuthEmailVerifyVerifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/link-wallet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link
         * @description Link a wallet to your account, which it opens from then on.
         */
        post: operations["ApiAuthLinkWalletLink"];
        /**
         * Unlink
         * @description Unlink your wallet; every other device is signed out.
         */
        delete: operations["ApiAuthLinkWalletUnlink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Login
         * @description Sign in with e-mail and password.
         */
        post: operations["ApiAuthLoginLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Logout
         * @description End this session: the one whose access token, refresh token or cookie is sent.
         */
        post: operations["ApiAuthLogoutLogout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Me
         * @description Your own account.
         */
        get: operations["ApiAuthMeMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * ChangePassword
         * @description Change your password; every other device is signed out.
         */
        put: operations["ApiAuthPasswordChangePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forgot
         * @description Ask for a letter with a link to a new password; the answer is the same whether there is such an account.
         */
        post: operations["ApiAuthPasswordForgotForgot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset
         * @description Choose a new password with the link of a letter; the account is signed out everywhere.
         */
        post: operations["ApiAuthPasswordResetReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * UpdateProfile
         * @description Change your name or how you look.
         */
        put: operations["ApiAuthProfileUpdateProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refresh
         * @description Exchange a refresh token for the next pair of tokens.
         */
        post: operations["ApiAuthRefreshRefresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register
         * @description Open an account and sign in with it.
         */
        post: operations["ApiAuthRegisterRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/wallet/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Login
         * @description Sign in with the message that your wallet signed. A wallet that no account has opens a student's account.
         */
        post: operations["ApiAuthWalletLoginLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/wallet/nonce": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Nonce
         * @description Ask for a message (EIP-4361) that a wallet signs: to sign in, to be linked to your account, or to let you add
         *     an e-mail address and a password to it.
         */
        post: operations["ApiAuthWalletNonceNonce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * State
         * @description Whether your calendar has an address.
         */
        get: operations["ApiCalendarState"];
        put?: never;
        /**
         * Rotate
         * @description Give your calendar a new secret address; the one before stops working. It is told this once.
         */
        post: operations["ApiCalendarRotate"];
        /**
         * Drop
         * @description Take your calendar's address away.
         */
        delete: operations["ApiCalendarDrop"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read
         * @description The calendar itself, `<token>.ics`, for a calendar program: the meetings of a person's classes.
         */
        get: operations["ApiCalendarFileRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read
         * @description This campus.
         */
        get: operations["ApiCampusRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find
         * @description Your certificates, newest first; with a classroom you teach, those of its students.
         */
        get: operations["ApiCertificatesFind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/certificates/{certificate_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read
         * @description One certificate, for its owner and the teacher of its class.
         */
        get: operations["ApiCertificatesCertificateIdRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/certificates/{certificate_id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pdf
         * @description It as a page to print, with a QR code that leads to where it can be checked.
         */
        get: operations["ApiCertificatesCertificateIdPdfPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/certificates/{certificate_id}/png": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Png
         * @description It as a picture that carries the signed document (a baked badge).
         */
        get: operations["ApiCertificatesCertificateIdPngPng"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/certificates/{certificate_id}/reissue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reissue
         * @description Replace it by a new edition: yours, with another name if you wish, or as its teacher also a revoked one.
         */
        post: operations["ApiCertificatesCertificateIdReissueReissue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/certificates/{certificate_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke
         * @description Take back a certificate of a classroom you teach; whoever checks it sees so at once.
         */
        post: operations["ApiCertificatesCertificateIdRevokeRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/certificates/{certificate_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw
         * @description Share yours no more: the campus forgets the key to its file, for good. Copies that are out still verify.
         */
        post: operations["ApiCertificatesCertificateIdWithdrawWithdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classrooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find
         * @description Classrooms you may know of, newest first, or the best matches of a search.
         */
        get: operations["ApiClassroomsFind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classrooms/{classroom_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read
         * @description One classroom. Whoever has its link may see its card, also when it is private.
         */
        get: operations["ApiClassroomsClassroomIdRead"];
        /**
         * Update
         * @description Change a classroom you teach; fields that are left out stay.
         */
        put: operations["ApiClassroomsClassroomIdUpdate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classrooms/{classroom_id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive
         * @description Close a classroom for good; what was recorded in it stays.
         */
        post: operations["ApiClassroomsClassroomIdArchiveArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classrooms/{classroom_id}/bans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bans
         * @description To whom a classroom you teach is closed.
         */
        get: operations["ApiClassroomsClassroomIdBansBans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classrooms/{classroom_id}/bans/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ban
         * @description Close a classroom you teach to somebody; they lose their seat and leave its room at once.
         */
        post: operations["ApiClassroomsClassroomIdBansUserIdBan"];
        /**
         * Unban
         * @description Open a classroom you teach to somebody again; their seat they have to take anew.
         */
        delete: operations["ApiClassroomsClassroomIdBansUserIdUnban"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classrooms/{classroom_id}/chat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read
         * @description What was said in a classroom you are in, newest first.
         */
        get: operations["ApiClassroomsClassroomIdChatRead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classrooms/{classroom_id}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join
         * @description Take a seat. A private classroom wants its code, a gated one a token in your linked wallet.
         */
        post: operations["ApiClassroomsClassroomIdJoinJoin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classrooms/{classroom_id}/join-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * RotateCode
         * @description Make a new join code; the old one stops working.
         */
        post: operations["ApiClassroomsClassroomIdJoinCodeRotateCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classrooms/{classroom_id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave
         * @description Give your seat back.
         */
        post: operations["ApiClassroomsClassroomIdLeaveLeave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classrooms/{classroom_id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Members
         * @description Everybody who is enrolled, for those who are.
         */
        get: operations["ApiClassroomsClassroomIdMembersMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classrooms/{classroom_id}/mint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mint
         * @description Make a classroom you teach a token in its owner's wallet, or try again after it failed.
         */
        post: operations["ApiClassroomsClassroomIdMintMint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classrooms/{classroom_id}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read
         * @description The timetable of a class you are in, and what takes place in so many days from one on (UTC).
         */
        get: operations["ApiClassroomsClassroomIdScheduleRead"];
        put?: never;
        /**
         * Plan
         * @description Plan a meeting of a class you teach: every week, or once.
         */
        post: operations["ApiClassroomsClassroomIdSchedulePlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classrooms/{classroom_id}/schedule/{meeting_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Update
         * @description Change a meeting; days that were cancelled or moved stay so, where it still takes place on them.
         */
        put: operations["ApiClassroomsClassroomIdScheduleMeetingIdUpdate"];
        post?: never;
        /**
         * Remove
         * @description Take a meeting out of the timetable. What was recorded of it stays.
         */
        delete: operations["ApiClassroomsClassroomIdScheduleMeetingIdRemove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classrooms/{classroom_id}/schedule/{meeting_id}/days/{on}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change
         * @description Cancel or move what was planned for one day.
         */
        put: operations["ApiClassroomsClassroomIdScheduleMeetingIdDaysOnChange"];
        post?: never;
        /**
         * Restore
         * @description Let it take place as it was planned after all.
         */
        delete: operations["ApiClassroomsClassroomIdScheduleMeetingIdDaysOnRestore"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classrooms/{classroom_id}/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * UpdateToken
         * @description Say whether the token of a classroom you teach may be passed on; the contract learns of it in a moment.
         */
        put: operations["ApiClassroomsClassroomIdTokenUpdateToken"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classrooms/{classroom_id}/token/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metadata
         * @description What the token says of the classroom: the document that is on IPFS.
         */
        get: operations["ApiClassroomsClassroomIdTokenMetadataMetadata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/classrooms/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create
         * @description Open a classroom. A private one answers with its join code, this once.
         */
        post: operations["ApiClassroomsCreateCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credentials/{certificate_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Document
         * @description The signed document: an Open Badges 3.0 credential. Its link is all one needs.
         */
        get: operations["ApiCredentialsCertificateIdDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credentials/{certificate_id}/anchor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Anchor
         * @description Where it is anchored in a chain, with the proof, and what that chain says of it now.
         */
        get: operations["ApiCredentialsCertificateIdAnchorAnchor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credentials/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check
         * @description What the campus says of a document: whether it gave it, as it is, and whether it is still in force.
         */
        post: operations["ApiCredentialsCheckCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/credentials/status/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Status
         * @description A signed list of which certificates have ended (Bitstring Status List 1.0).
         */
        get: operations["ApiCredentialsStatusNumberStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Handler */
        get: operations["ApiDocsHandler"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/docs/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * HandleSchemaPathNotFound
         * @description Handler for returning HTML formatted errors from not-found schema paths.
         *
         *     This preserves backward compatibility with the Controller-based OpenAPI implementation.
         */
        get: operations["ApiDocsPathHandleSchemaPathNotFound"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/docs/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Handler */
        get: operations["ApiDocsOpenapiJsonHandler"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/{token}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open
         * @description What a link opens. Its name is there for whoever saves it.
         */
        get: operations["ApiFilesTokenNameOpen"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/{classroom_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read
         * @description The gradebook of a class you teach.
         */
        get: operations["ApiGradebookClassroomIdRead"];
        /**
         * SetUp
         * @description Set up categories, columns and scale, all in one.
         */
        put: operations["ApiGradebookClassroomIdSetUp"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/{classroom_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description Everybody's marks as a table.
         */
        get: operations["ApiGradebookClassroomIdExportExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/{classroom_id}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * TakeOver
         * @description Take a table over as its preview showed it: all of it or nothing.
         */
        post: operations["ApiGradebookClassroomIdImportTakeOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/{classroom_id}/import/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview
         * @description What a table would change; nothing is changed yet.
         */
        post: operations["ApiGradebookClassroomIdImportPreviewPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/{classroom_id}/marks/{user_id}/{column_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * History
         * @description What has stood in a cell: who gave it, when and why.
         */
        get: operations["ApiGradebookClassroomIdMarksUserIdColumnIdHistory"];
        /**
         * Give
         * @description Give a mark, excuse somebody, or take back what stood there. Over a quiz's own score it takes a reason.
         */
        put: operations["ApiGradebookClassroomIdMarksUserIdColumnIdGive"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradebook/{classroom_id}/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mine
         * @description Your own grades in a class, and how they add up.
         */
        get: operations["ApiGradebookClassroomIdMineMine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * OfClassroom
         * @description The materials of a classroom you are in; for its teacher, also what is not released or archived.
         */
        get: operations["ApiMaterialsOfClassroom"];
        put?: never;
        /**
         * Add
         * @description Upload a file as a new material of a classroom you teach: the body is the file, whatever its media type.
         *
         *     What it is is told by its bytes. Students see it once it is released.
         */
        post: operations["ApiMaterialsAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/materials/{material_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read
         * @description One material.
         */
        get: operations["ApiMaterialsMaterialIdRead"];
        /**
         * Update
         * @description Change its title, archive it or take it out of the archive; fields that are left out stay.
         */
        put: operations["ApiMaterialsMaterialIdUpdate"];
        post?: never;
        /**
         * Remove
         * @description Remove a material with all its versions, for good.
         */
        delete: operations["ApiMaterialsMaterialIdRemove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/materials/{material_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * File
         * @description Its file, to be saved.
         */
        get: operations["ApiMaterialsMaterialIdFileFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/materials/{material_id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Link
         * @description A link that opens its file for a while, for elements that cannot send your token.
         */
        get: operations["ApiMaterialsMaterialIdLinkLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/materials/{material_id}/pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pages
         * @description Its pages, slides or sections: their words and, where they have a look, a link to a picture of it.
         */
        get: operations["ApiMaterialsMaterialIdPagesPages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/materials/{material_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release
         * @description Let students see it, from now or from a moment on.
         */
        post: operations["ApiMaterialsMaterialIdReleaseRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/materials/{material_id}/slides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Slides
         * @description Its pages as slides for the board, for its teacher: what `presentation:start` takes.
         */
        get: operations["ApiMaterialsMaterialIdSlidesSlides"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/materials/{material_id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * AddVersion
         * @description Upload a newer file; the older versions stay.
         */
        post: operations["ApiMaterialsMaterialIdVersionsAddVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/materials/{material_id}/withhold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withhold
         * @description Hide it from students until it is released again.
         */
        post: operations["ApiMaterialsMaterialIdWithholdWithhold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/materials/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Arrange
         * @description Put the materials of a classroom you teach in this order; those you do not name come last.
         */
        put: operations["ApiMaterialsOrderArrange"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find
         * @description What you were told, newest first.
         */
        get: operations["ApiNotificationsFind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/{notification_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read
         * @description Mark one as read.
         */
        post: operations["ApiNotificationsNotificationIdReadRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * GiveNotice
         * @description Write to all students of a classroom you teach.
         */
        post: operations["ApiNotificationsNoticesGiveNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preferences
         * @description What you want to be told, and how.
         */
        get: operations["ApiNotificationsPreferencesPreferences"];
        /**
         * Prefer
         * @description Change what you want to be told; kinds that are left out stay.
         */
        put: operations["ApiNotificationsPreferencesPrefer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/read-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * ReadAll
         * @description Mark as read all that you were told by a moment.
         */
        post: operations["ApiNotificationsReadAllReadAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Unread
         * @description How many you have not read; 100 means 100 or more.
         */
        get: operations["ApiNotificationsUnreadUnread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * OfClassroom
         * @description The quizzes of a classroom you are in, newest first; drafts are shown to its teacher.
         */
        get: operations["ApiQuizOfClassroom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/{quiz_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read
         * @description One quiz, without its questions, with the times that hold for you.
         */
        get: operations["ApiQuizQuizIdRead"];
        /**
         * Change
         * @description Change a quiz: anything of a draft; of an open one its title, times, attempts, password and review.
         */
        put: operations["ApiQuizQuizIdChange"];
        post?: never;
        /**
         * Remove
         * @description Delete a draft.
         */
        delete: operations["ApiQuizQuizIdRemove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/{quiz_id}/accommodations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Accommodations
         * @description Who has other times or more attempts.
         */
        get: operations["ApiQuizQuizIdAccommodationsAccommodations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/{quiz_id}/accommodations/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Accommodate
         * @description Give a student more time, more attempts or a window of their own; a running attempt follows at once.
         */
        put: operations["ApiQuizQuizIdAccommodationsUserIdAccommodate"];
        post?: never;
        /**
         * Lift
         * @description Let the quiz's own times hold for a student again.
         */
        delete: operations["ApiQuizQuizIdAccommodationsUserIdLift"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/{quiz_id}/answers/{question_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * SaveAnswer
         * @description Save one answer. Once this succeeds the answer is on disk.
         */
        put: operations["ApiQuizQuizIdAnswersQuestionIdSaveAnswer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/{quiz_id}/attempt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * OpenAttempt
         * @description Your open attempt with everything saved: after a reload, or on another device.
         */
        get: operations["ApiQuizQuizIdAttemptOpenAttempt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/{quiz_id}/attempts/{attempt_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Attempt
         * @description A student's attempt with everything, for the teacher.
         */
        get: operations["ApiQuizQuizIdAttemptsAttemptIdAttempt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/{quiz_id}/attempts/{attempt_id}/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark
         * @description Say what answers are worth that only a person can grade.
         */
        post: operations["ApiQuizQuizIdAttemptsAttemptIdMarksMark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/{quiz_id}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue
         * @description Your certificate for a quiz you have passed; asking again gives the same one.
         */
        post: operations["ApiQuizQuizIdCertificateIssue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/{quiz_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close
         * @description End the quiz; open attempts are handed in as they are.
         */
        post: operations["ApiQuizQuizIdCloseClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/{quiz_id}/grading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Queues
         * @description The questions that people grade, and how many answers wait.
         */
        get: operations["ApiQuizQuizIdGradingQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/{quiz_id}/grading/{attempt_id}/{question_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read
         * @description One answer, graded or not; with `reveal`, whose it is.
         */
        get: operations["ApiQuizQuizIdGradingAttemptIdQuestionIdRead"];
        /**
         * Judge
         * @description Say what an answer is worth. The last one of an attempt settles it.
         */
        put: operations["ApiQuizQuizIdGradingAttemptIdQuestionIdJudge"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/{quiz_id}/grading/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Next
         * @description The next answer that waits; it is yours for ten minutes. Whose it is you are not told.
         */
        post: operations["ApiQuizQuizIdGradingNextNext"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/{quiz_id}/my-best": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * MyBest
         * @description What you have reached at this quiz, by its grade method.
         */
        get: operations["ApiQuizQuizIdMyBestMyBest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/{quiz_id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open
         * @description Start the quiz for the class; the room is told.
         */
        post: operations["ApiQuizQuizIdOpenOpen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/{quiz_id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview
         * @description A quiz that you teach, with its questions and their keys.
         */
        get: operations["ApiQuizQuizIdPreviewPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/{quiz_id}/regrade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Regrade
         * @description Correct the key as the preview showed it: scores, passes and tokens follow, once.
         */
        post: operations["ApiQuizQuizIdRegradeRegrade"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/{quiz_id}/regrade/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview
         * @description What corrections of the key would change; nothing is changed yet.
         */
        post: operations["ApiQuizQuizIdRegradePreviewPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/{quiz_id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Results
         * @description Your own results; for the teacher, everybody's.
         */
        get: operations["ApiQuizQuizIdResultsResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/{quiz_id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start
         * @description Open your attempt: the server's clock runs from now.
         */
        post: operations["ApiQuizQuizIdStartStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/{quiz_id}/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Statistics
         * @description What the graded attempts say about a quiz and its questions.
         */
        get: operations["ApiQuizQuizIdStatisticsStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/{quiz_id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit
         * @description Hand in your attempt. Doing so again gives the same result.
         */
        post: operations["ApiQuizQuizIdSubmitSubmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/bank": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find
         * @description The questions of a classroom, newest first, or the best matches of a search; with all of these tags.
         */
        get: operations["ApiQuizBankFind"];
        put?: never;
        /**
         * Add
         * @description Put a question into the bank of a classroom you teach.
         */
        post: operations["ApiQuizBankAdd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/bank/{item_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read
         * @description One question, as it is now.
         */
        get: operations["ApiQuizBankItemIdRead"];
        /**
         * Change
         * @description Write a new revision; quizzes and attempts keep the one they have.
         */
        put: operations["ApiQuizBankItemIdChange"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/bank/{item_id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive
         * @description Take a question out of what is offered; quizzes that use it keep it.
         */
        post: operations["ApiQuizBankItemIdArchiveArchive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/bank/{item_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore
         * @description Offer an archived question again.
         */
        post: operations["ApiQuizBankItemIdRestoreRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/bank/{item_id}/revisions/{revision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Revision
         * @description One question, as it was.
         */
        get: operations["ApiQuizBankItemIdRevisionsRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/bank/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description The bank of a classroom you teach as a file, and a list of what the format could not hold.
         */
        get: operations["ApiQuizBankExportExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/bank/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * BringIn
         * @description Put the questions of a file into the bank of a classroom you teach. The body is the file itself.
         *
         *     With `dryRun`, nothing changes and the report says what would. Repeat a request with its `Idempotency-Key`
         *     and nothing comes twice.
         */
        post: operations["ApiQuizBankImportBringIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/bank/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * AllTags
         * @description Every tag in use, and how many questions have it.
         */
        get: operations["ApiQuizBankTagsAllTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quiz/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create
         * @description Write a quiz for a classroom you teach. Nobody sees it until it is opened, or until it opens by itself.
         */
        post: operations["ApiQuizCreateCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/classrooms/{classroom_id}/limit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Limit
         * @description The most that a student can earn in a class in a day.
         */
        get: operations["ApiRewardsClassroomsClassroomIdLimitLimit"];
        /**
         * SetLimit
         * @description Set it, for a class you teach: for what is earned from now on.
         */
        put: operations["ApiRewardsClassroomsClassroomIdLimitSetLimit"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mine
         * @description How many tokens you have, and how many of them are on the chain or on their way there.
         */
        get: operations["ApiRewardsMeMine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedule/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * NextMeetings
         * @description The meeting that is on or comes next in each of your classes, within two weeks.
         */
        get: operations["ApiScheduleNextNextMeetings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Live
         * @description The process answers.
         */
        get: operations["HealthLiveLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ready
         * @description The server can take requests: its database takes writes and none of its tasks has failed.
         */
        get: operations["HealthReadyReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/offline.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Offline
         * @description A page to keep: it checks certificates of this campus without asking it.
         */
        get: operations["VerifyOfflineHtmlOffline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** AcceptAlsoInput */
        AcceptAlsoInput: {
            /** @constant */
            kind: "acceptAlso";
            number?: number | null;
            optionId?: string | null;
            questionId: string;
            text?: string | null;
        };
        /**
         * Accepted
         * @description The reply to an event that was carried out.
         */
        Accepted: {
            /**
             * @default true
             * @enum {unknown}
             */
            ok: true;
        };
        /** AcceptedNumber */
        AcceptedNumber: {
            feedback: string | null;
            high: number | null;
            kind: components["schemas"]["Tolerance"];
            /** @default 0 */
            tolerance: number;
            value: number;
            /** @default 1 */
            weight: number;
        };
        /** AcceptedNumberInput */
        AcceptedNumberInput: {
            feedback?: string | null;
            high?: number | null;
            kind?: components["schemas"]["Tolerance"];
            /** @default 0 */
            tolerance?: number;
            value: number;
            /** @default 1 */
            weight?: number;
        };
        /** AcceptedText */
        AcceptedText: {
            feedback: string | null;
            text: string;
            /** @default 1 */
            weight: number;
        };
        /** AcceptedTextInput */
        AcceptedTextInput: {
            feedback?: string | null;
            text: string;
            /** @default 1 */
            weight?: number;
        };
        /** AccommodationInput */
        AccommodationInput: {
            closesAt?: string | null;
            /** @default 0 */
            extraAttempts?: number;
            opensAt?: string | null;
            /** @default 1 */
            timeMultiplier?: number;
        };
        /** AccommodationList */
        AccommodationList: {
            items: components["schemas"]["AccommodationView"][];
        };
        /** AccommodationView */
        AccommodationView: {
            closesAt: string | null;
            extraAttempts: number;
            opensAt: string | null;
            timeMultiplier: number;
            userId: string;
        };
        /** AchievementList */
        AchievementList: {
            items: components["schemas"]["AchievementView"][];
        };
        /** AchievementTold */
        AchievementTold: {
            /** @constant */
            kind: "achievement";
            rule: string;
        };
        /** AchievementView */
        AchievementView: {
            earnedAt: string | null;
            enough: number;
            progress: number;
            rule: string;
        };
        /** AddPassword */
        AddPassword: {
            email: string;
            message: string;
            newPassword: string;
            signature: string;
        };
        /**
         * AnchorState
         * @enum {string}
         */
        AnchorState: "no-chain" | "waiting" | "anchored" | "never";
        /** AnchorView */
        AnchorView: {
            anchored: components["schemas"]["AnchorState"];
            confirmed: boolean | null;
            digest: string;
            inclusion: components["schemas"]["InclusionView"] | null;
        };
        /** AnswerFeedback */
        AnswerFeedback: {
            /** @default  */
            comment?: string;
            /** @enum {null|string} */
            rating: "up" | "down" | null;
        };
        /** AnswerSaved */
        AnswerSaved: {
            answered: number;
            questionId: string;
            revision: number;
            /** Format: date-time */
            savedAt: string;
        };
        /** AnswerView */
        AnswerView: {
            revision: number;
            value: string | boolean | string[] | {
                [key: string]: string;
            } | null;
        };
        /** ApplyImport */
        ApplyImport: {
            content: string;
            fingerprint: string;
        };
        /** ApplyRegrade */
        ApplyRegrade: {
            corrections: (components["schemas"]["RekeyInput"] | components["schemas"]["AcceptAlsoInput"] | components["schemas"]["DropInput"] | components["schemas"]["FullCreditInput"])[];
            fingerprint: string;
            /** @default  */
            reason?: string;
        };
        /** ArrangeMaterials */
        ArrangeMaterials: {
            classroomId: string;
            materialIds: string[];
        };
        /**
         * AskConfirmation
         * @default {
         *       "language": "en"
         *     }
         */
        AskConfirmation: {
            /**
             * @default en
             * @enum {string}
             */
            language?: "en" | "de";
        };
        /** AskTutor */
        AskTutor: {
            classroomId: string;
            conversationId?: string | null;
            /**
             * @default medium
             * @enum {string}
             */
            difficulty?: "easy" | "medium" | "hard";
            question: string;
            /** @default  */
            subject?: string;
            /** @default  */
            topic?: string;
        };
        /**
         * Aspect
         * @enum {string}
         */
        Aspect: "answers" | "correctness" | "marks" | "key" | "feedback" | "explanation";
        /** AttemptResult */
        AttemptResult: {
            attemptId: string;
            maxPoints: number | null;
            number: number;
            passed: boolean | null;
            points: number | null;
            quizId: string;
            review: components["schemas"]["ReviewView"][];
            score: number | null;
            shown: components["schemas"]["Aspect"][];
            state: components["schemas"]["AttemptState"];
            /** Format: date-time */
            submittedAt: string;
            /** @enum {string} */
            submittedBy: "student" | "clock";
            tokensEarned: number | null;
            tokensWithheld: number | null;
            userId: string;
        };
        /**
         * AttemptState
         * @enum {string}
         */
        AttemptState: "open" | "overdue" | "submitted" | "needsGrading" | "graded";
        /** AttemptView */
        AttemptView: {
            answers: {
                [key: string]: components["schemas"]["AnswerView"];
            };
            deadline: string | null;
            graceSeconds: number;
            id: string;
            number: number;
            questions: (components["schemas"]["SingleView"] | components["schemas"]["MultipleView"] | components["schemas"]["TrueFalseView"] | components["schemas"]["ShortAnswerView"] | components["schemas"]["NumericView"] | components["schemas"]["EssayView"] | components["schemas"]["MatchingView"] | components["schemas"]["OrderingView"] | components["schemas"]["ClozeView"])[];
            quizId: string;
            review: components["schemas"]["ReviewView"][];
            /** Format: date-time */
            serverTime: string;
            /** Format: date-time */
            startedAt: string;
            state: components["schemas"]["AttemptState"];
            title: string;
        };
        /** AttendanceCounts */
        AttendanceCounts: {
            absent: number;
            excused: number;
            late: number;
            leftEarly: number;
            partial: number;
            present: number;
        };
        /**
         * AttendanceStatus
         * @enum {string}
         */
        AttendanceStatus: "present" | "late" | "leftEarly" | "partial" | "absent" | "excused";
        /** AvatarActed */
        AvatarActed: {
            /** @enum {unknown} */
            action: "clap" | "dance" | "nod" | "sit" | "stand" | "wave";
            userId: string;
        };
        /** AvatarAction */
        AvatarAction: {
            /** @enum {unknown} */
            action: "clap" | "dance" | "nod" | "sit" | "stand" | "wave";
        };
        /** AvatarData */
        AvatarData: {
            /**
             * @default none
             * @enum {string}
             */
            accessory: "none" | "glasses" | "headphones" | "cap";
            /**
             * @default smile
             * @enum {string}
             */
            expression: "smile" | "calm" | "grin" | "curious";
            /**
             * @default short
             * @enum {string}
             */
            hair: "short" | "bob" | "long" | "curly" | "bun" | "buzz" | "bald" | "scarf";
            /** @default #3a2a20 */
            hairColour: string;
            /**
             * @default hoodie
             * @enum {string}
             */
            outfit: "hoodie" | "shirt" | "blazer" | "dress" | "dungarees";
            /** @default #4f6df5 */
            outfitColour: string;
            /** @default #c98e6b */
            skin: string;
        };
        /** AvatarMove */
        AvatarMove: {
            position: [
                number,
                number,
                number
            ];
            rotation: number;
        };
        /** AvatarMoved */
        AvatarMoved: {
            position: [
                number,
                number,
                number
            ];
            rotation: number;
            userId: string;
        };
        /**
         * AvatarsMoved
         * @description Everybody who moved since the room's last tick.
         */
        AvatarsMoved: {
            avatars: components["schemas"]["AvatarMoved"][];
            time: number;
        };
        /** Band */
        Band: {
            label: string;
            start: number;
        };
        /** BandFields */
        BandFields: {
            label: string;
            start: number;
        };
        /** BankExport */
        BankExport: {
            content: string;
            exported: number;
            fileName: string;
            mediaType: string;
            notes: components["schemas"]["Finding"][];
            skipped: components["schemas"]["Finding"][];
        };
        /** BankImportReport */
        BankImportReport: {
            dryRun: boolean;
            elements: number;
            imported: number;
            notes: components["schemas"]["Finding"][];
            questions: components["schemas"]["ReadQuestion"][];
            skipped: components["schemas"]["Finding"][];
        };
        /** BankItemView */
        BankItemView: {
            archived: boolean;
            authorId: string;
            /** Format: date-time */
            changedAt: string;
            classroomId: string;
            /** Format: date-time */
            createdAt: string;
            id: string;
            question: components["schemas"]["Single"] | components["schemas"]["Multiple"] | components["schemas"]["TrueFalse"] | components["schemas"]["ShortAnswer"] | components["schemas"]["Numeric"] | components["schemas"]["Essay"] | components["schemas"]["Matching"] | components["schemas"]["Ordering"] | components["schemas"]["Cloze"];
            revision: number;
            tags: string[];
        };
        /** BankList */
        BankList: {
            items: components["schemas"]["BankItemView"][];
            next: string | null;
        };
        /** BankPickInput */
        BankPickInput: {
            itemId: string;
            points?: number | null;
            revision?: number | null;
            /** @constant */
            type: "bank";
        };
        /** BankRef */
        BankRef: {
            itemId: string;
            revision: number;
        };
        /** BankRevision */
        BankRevision: {
            itemId: string;
            question: components["schemas"]["Single"] | components["schemas"]["Multiple"] | components["schemas"]["TrueFalse"] | components["schemas"]["ShortAnswer"] | components["schemas"]["Numeric"] | components["schemas"]["Essay"] | components["schemas"]["Matching"] | components["schemas"]["Ordering"] | components["schemas"]["Cloze"];
            revision: number;
        };
        /** BankTags */
        BankTags: {
            tags: {
                [key: string]: number;
            };
        };
        /** BanList */
        BanList: {
            items: components["schemas"]["BannedView"][];
        };
        /** BannedView */
        BannedView: {
            name: string;
            userId: string;
        };
        /** BestResult */
        BestResult: {
            attempts: number;
            best: number | null;
            /** Format: date-time */
            openedAt: string;
            passed: boolean;
            quizId: string;
            title: string;
        };
        /** BoardRowView */
        BoardRowView: {
            alias: number;
            name: string | null;
            place: number;
            tokens: number;
            you: boolean;
        };
        /** BookSetUp */
        BookSetUp: {
            bands?: components["schemas"]["BandFields"][];
            categories: components["schemas"]["CategoryFields"][];
            columns: components["schemas"]["ColumnFields"][];
            /** @default false */
            missingIsZero?: boolean;
            version: number;
        };
        /** BookView */
        BookView: {
            bands: components["schemas"]["Band"][];
            categories: components["schemas"]["Category"][];
            columns: components["schemas"]["Column"][];
            missingIsZero: boolean;
            version: number;
        };
        /** CalendarAddress */
        CalendarAddress: {
            path: string;
        };
        /** CalendarState */
        CalendarState: {
            active: boolean;
            madeAt: string | null;
        };
        /** CampusView */
        CampusView: {
            demoAccounts: components["schemas"]["DemoAccount"][];
            mail: boolean;
            name: string;
            openEducators: boolean;
            version: string;
        };
        /** Category */
        Category: {
            counting: components["schemas"]["Counting"];
            /** @default 0 */
            dropLowest: number;
            id: string;
            title: string;
            weight: number;
        };
        /** CategoryFields */
        CategoryFields: {
            counting?: components["schemas"]["Counting"];
            /** @default 0 */
            dropLowest?: number;
            id: string;
            title: string;
            weight: number;
        };
        /** CategoryPart */
        CategoryPart: {
            categoryId: string;
            fraction: number | null;
            lines: components["schemas"]["Line"][];
            share: number;
        };
        /** CellView */
        CellView: {
            excused: boolean;
            given: boolean;
            points: number | null;
            reason: string;
            revision: number;
            score: number | null;
        };
        /** CertificateList */
        CertificateList: {
            items: components["schemas"]["CertificateView"][];
            next: string | null;
        };
        /**
         * CertificateState
         * @enum {string}
         */
        CertificateState: "issued" | "anchored" | "revoked" | "replaced";
        /** CertificateView */
        CertificateView: {
            anchored: components["schemas"]["AnchorState"];
            cid: string;
            classroomId: string;
            digest: string;
            edition: number;
            endedAt: string | null;
            id: string;
            /** Format: date-time */
            issuedAt: string;
            name: string;
            quizId: string;
            reason: string;
            replacedBy: string | null;
            score: number;
            shared: boolean;
            state: components["schemas"]["CertificateState"];
            title: string;
            url: string;
            userId: string;
        };
        /** ChangeBankItem */
        ChangeBankItem: {
            question: components["schemas"]["SingleInput"] | components["schemas"]["MultipleInput"] | components["schemas"]["TrueFalseInput"] | components["schemas"]["ShortAnswerInput"] | components["schemas"]["NumericInput"] | components["schemas"]["EssayInput"] | components["schemas"]["MatchingInput"] | components["schemas"]["OrderingInput"] | components["schemas"]["ClozeInput"];
            revision: number;
            tags?: string[];
        };
        /** ChangeOccurrence */
        ChangeOccurrence: {
            durationMinutes?: number | null;
            movedTo?: string | null;
            startTime?: string | null;
        };
        /** ChangeTutorPolicy */
        ChangeTutorPolicy: {
            classroomId: string;
            /** @enum {string} */
            duringQuiz: "closed" | "openBook";
        };
        /** ChangeView */
        ChangeView: {
            durationMinutes: number | null;
            movedTo: string | null;
            /** Format: date */
            on: string;
            startTime: string | null;
        };
        /** ChatDelete */
        ChatDelete: {
            messageId: string;
        };
        /** ChatDeleted */
        ChatDeleted: {
            messageId: string;
        };
        /** ChatMessage */
        ChatMessage: {
            clientId: string | null;
            id: string;
            name: string;
            /** Format: date-time */
            sentAt: string;
            text: string;
            userId: string;
        };
        /** ChatPage */
        ChatPage: {
            items: components["schemas"]["ChatMessage"][];
            next: string | null;
        };
        /** ChatSaid */
        ChatSaid: {
            message: components["schemas"]["ChatMessage"];
            /**
             * @default true
             * @enum {unknown}
             */
            ok: true;
        };
        /** ChatSay */
        ChatSay: {
            /** @default null */
            clientId?: string | null;
            text: string;
        };
        /** ChatTyping */
        ChatTyping: {
            typing: boolean;
        };
        /** CheckedView */
        CheckedView: {
            anchored: components["schemas"]["AnchorState"];
            digest: string | null;
            endedAt: string | null;
            replacedBy: string | null;
            verdict: components["schemas"]["Verdict"];
        };
        /**
         * CheckOut
         * @default {
         *       "checkOutTime": null,
         *       "undo": false
         *     }
         */
        CheckOut: {
            checkOutTime?: string | null;
            /** @default false */
            undo?: boolean;
        };
        /** Choice */
        Choice: {
            id: string;
            text: string;
        };
        /** ChooseBoard */
        ChooseBoard: {
            /** @enum {string} */
            show: "alias" | "name" | "off";
        };
        /** CitationView */
        CitationView: {
            materialId: string;
            number: number;
            page: number | null;
            passageId: string;
            quote: string;
            title: string;
        };
        /** ClassLimitView */
        ClassLimitView: {
            tokensPerDay: number | null;
        };
        /** ClassOverview */
        ClassOverview: {
            classroomId: string;
            people: components["schemas"]["DayCount"][];
            quizzes: components["schemas"]["QuizOutcome"][];
            students: components["schemas"]["StudentRow"][];
            title: string;
        };
        /**
         * ClassroomClosed
         * @description You are no longer in the room. Who was kicked may join again, unless the room is locked.
         */
        ClassroomClosed: {
            classroomId: string;
            /** @enum {unknown} */
            reason: "archived" | "banned" | "kicked" | "lapsed" | "passed-on" | "removed";
        };
        /** ClassroomEnter */
        ClassroomEnter: {
            /**
             * @default json
             * @enum {unknown}
             */
            avatars?: "binary" | "json";
            classroomId: string;
        };
        /**
         * ClassroomEntered
         * @description Everything a browser needs to draw the room it has just entered.
         */
        ClassroomEntered: {
            chat: components["schemas"]["ChatMessage"][];
            classroomId: string;
            live: components["schemas"]["LiveState"];
            members: components["schemas"]["Member"][];
            /**
             * @default true
             * @enum {unknown}
             */
            ok: true;
            quizzes: components["schemas"]["LiveQuiz"][];
            serverTime: string;
            standing: components["schemas"]["Standing"];
            title: string;
        };
        /**
         * ClassroomLeave
         * @description Also out of the lobby.
         */
        ClassroomLeave: Record<string, never>;
        /** ClassroomList */
        ClassroomList: {
            items: components["schemas"]["ClassroomView"][];
            next: string | null;
        };
        /** ClassroomView */
        ClassroomView: {
            capacity: number;
            /** Format: date-time */
            createdAt: string;
            description: string;
            gate: components["schemas"]["GateView"] | null;
            id: string;
            nftId: string | null;
            owner: components["schemas"]["OwnerView"];
            presentCount: number;
            standing: components["schemas"]["Standing"];
            status: components["schemas"]["Status"];
            studentCount: number;
            subject: string;
            title: string;
            token: components["schemas"]["TokenView"] | null;
            visibility: components["schemas"]["Visibility"];
        };
        /** ClassSessionView */
        ClassSessionView: {
            classroomId: string;
            counts: components["schemas"]["AttendanceCounts"];
            endsAt: string | null;
            id: string;
            kind: components["schemas"]["SessionKind"];
            number: number;
            plannedEnd: string | null;
            /** Format: date-time */
            startsAt: string;
            state: components["schemas"]["SessionState"];
            title: string;
        };
        /** ClassStats */
        ClassStats: {
            items: components["schemas"]["StudentStatsView"][];
        };
        /** ClassTally */
        ClassTally: {
            classroomId: string;
            tally: components["schemas"]["Tally"];
        };
        /** Cloze */
        Cloze: {
            explanation: string | null;
            gaps: (components["schemas"]["GapChoice"] | components["schemas"]["GapText"] | components["schemas"]["GapNumber"])[];
            id: string;
            points: number;
            text: string;
            /** @constant */
            type: "cloze";
        };
        /** ClozeInput */
        ClozeInput: {
            explanation?: string | null;
            gaps: (components["schemas"]["GapChoiceInput"] | components["schemas"]["GapTextInput"] | components["schemas"]["GapNumberInput"])[];
            /** @default 1 */
            points?: number;
            text: string;
            /** @constant */
            type: "cloze";
        };
        /** ClozeView */
        ClozeView: {
            gaps: components["schemas"]["GapView"][];
            id: string;
            points: number;
            text: string;
            /** @constant */
            type: "cloze";
        };
        /** Column */
        Column: {
            categoryId: string;
            /** @default false */
            extraCredit: boolean;
            id: string;
            maxPoints: number;
            quizId: string | null;
            /** @default false */
            released: boolean;
            title: string;
        };
        /** ColumnFields */
        ColumnFields: {
            categoryId: string;
            /** @default false */
            extraCredit?: boolean;
            id: string;
            maxPoints: number;
            quizId?: string | null;
            /** @default false */
            released?: boolean;
            title: string;
        };
        /** Concern */
        Concern: {
            count: number;
            reason: components["schemas"]["ConcernReason"];
        };
        /**
         * ConcernReason
         * @enum {string}
         */
        ConcernReason: "notSeen" | "notTaken" | "notPassed";
        /** ConfirmEmail */
        ConfirmEmail: {
            token: string;
        };
        /**
         * Counted
         * @description What became of a column in the total.
         * @enum {string}
         */
        Counted: "counted" | "dropped" | "extra" | "excused" | "missing";
        /**
         * Counting
         * @description What weighs a column inside its category.
         * @default points
         * @enum {string}
         */
        Counting: "points" | "percent";
        /** CreateBankItem */
        CreateBankItem: {
            classroomId: string;
            question: components["schemas"]["SingleInput"] | components["schemas"]["MultipleInput"] | components["schemas"]["TrueFalseInput"] | components["schemas"]["ShortAnswerInput"] | components["schemas"]["NumericInput"] | components["schemas"]["EssayInput"] | components["schemas"]["MatchingInput"] | components["schemas"]["OrderingInput"] | components["schemas"]["ClozeInput"];
            tags?: string[];
        };
        /** CreateClassroom */
        CreateClassroom: {
            /** @default 30 */
            capacity?: number;
            /** @default  */
            description?: string;
            gate?: components["schemas"]["GateInput"] | null;
            /** @default false */
            mint?: boolean;
            /** @default  */
            subject?: string;
            title: string;
            /** @default false */
            transferable?: boolean;
            visibility?: components["schemas"]["Visibility"];
        };
        /** CreateQuiz */
        CreateQuiz: {
            classroomId: string;
            closesAt?: string | null;
            /** @default 5 */
            graceSeconds?: number;
            gradeMethod?: components["schemas"]["GradeMethod"];
            /** @default 1 */
            maxAttempts?: number;
            opensAt?: string | null;
            /** @default 0.5 */
            passScore?: number;
            password?: string | null;
            questions: (components["schemas"]["SingleInput"] | components["schemas"]["MultipleInput"] | components["schemas"]["TrueFalseInput"] | components["schemas"]["ShortAnswerInput"] | components["schemas"]["NumericInput"] | components["schemas"]["EssayInput"] | components["schemas"]["MatchingInput"] | components["schemas"]["OrderingInput"] | components["schemas"]["ClozeInput"] | components["schemas"]["BankPickInput"] | components["schemas"]["DrawInput"])[];
            review?: components["schemas"]["ReviewPolicyInput"] | null;
            /** @default true */
            shuffle?: boolean;
            /** @default true */
            shuffleOptions?: boolean;
            /** @default 600 */
            timeLimitSeconds?: number | null;
            title: string;
            /** @default 10 */
            tokensReward?: number;
        };
        /** Criterion */
        Criterion: {
            id: string;
            levels: components["schemas"]["Level"][];
            text: string;
        };
        /** CriterionInput */
        CriterionInput: {
            levels: components["schemas"]["LevelInput"][];
            text: string;
        };
        /** DashboardView */
        DashboardView: {
            learning: components["schemas"]["StudentProgress"][];
            teaching: components["schemas"]["ClassOverview"][];
        };
        /** DayCount */
        DayCount: {
            count: number;
            /** Format: date */
            day: string;
        };
        /** DecideExcuse */
        DecideExcuse: {
            accept: boolean;
            /** @default  */
            note?: string;
        };
        /**
         * Decision
         * @enum {string}
         */
        Decision: "pending" | "approved" | "rejected";
        /** DemoAccount */
        DemoAccount: {
            email: string;
            label: string;
            password: string;
        };
        /** DraftItemView */
        DraftItemView: {
            accepted: string[];
            decision: components["schemas"]["Decision"];
            explanation: string;
            flags: components["schemas"]["Flag"][];
            inBank: boolean;
            number: number;
            options: components["schemas"]["DraftOptionView"][];
            source: components["schemas"]["DraftSource"];
            text: string;
        };
        /** DraftOptionView */
        DraftOptionView: {
            correct: boolean;
            text: string;
        };
        /** DraftSource */
        DraftSource: {
            materialId: string;
            page: number | null;
            quote: string;
            title: string;
        };
        /** DrawInput */
        DrawInput: {
            count: number;
            /** @default 1 */
            points?: number;
            tags: string[];
            /** @constant */
            type: "draw";
        };
        /** DrawView */
        DrawView: {
            at: number;
            count: number;
            points: number;
            tags: string[];
        };
        /** DropInput */
        DropInput: {
            /** @constant */
            kind: "drop";
            questionId: string;
        };
        /** Earned */
        Earned: {
            /** Format: date-time */
            earnedAt: string;
            rule: string;
        };
        /** Essay */
        Essay: {
            explanation: string | null;
            graderNotes: string | null;
            id: string;
            maxWords: number | null;
            /** @default 0 */
            minWords: number;
            points: number;
            /** @default [] */
            rubric: components["schemas"]["Criterion"][];
            template: string | null;
            text: string;
            /** @constant */
            type: "essay";
        };
        /** EssayInput */
        EssayInput: {
            explanation?: string | null;
            graderNotes?: string | null;
            maxWords?: number | null;
            /** @default 0 */
            minWords?: number;
            /** @default 1 */
            points?: number;
            rubric?: components["schemas"]["CriterionInput"][];
            template?: string | null;
            text: string;
            /** @constant */
            type: "essay";
        };
        /** EssayView */
        EssayView: {
            id: string;
            maxWords: number | null;
            minWords: number;
            points: number;
            template: string | null;
            text: string;
            /** @constant */
            type: "essay";
        };
        /**
         * ExcuseState
         * @enum {string}
         */
        ExcuseState: "pending" | "accepted" | "declined";
        /** ExcuseView */
        ExcuseView: {
            note: string;
            /** Format: date-time */
            sentAt: string;
            state: components["schemas"]["ExcuseState"];
            text: string;
        };
        /** FileLink */
        FileLink: {
            /** Format: date-time */
            until: string;
            url: string;
        };
        /** Finding */
        Finding: {
            code: string;
            line: number | null;
            name: string;
            path: string | null;
            reason: string;
            /** @default  */
            what: string;
        };
        /**
         * Flag
         * @description Why a person should look twice.
         * @enum {string}
         */
        Flag: "disagreed" | "unsolved" | "keyNotInSource";
        /** ForgotPassword */
        ForgotPassword: {
            email: string;
            /**
             * @default en
             * @enum {string}
             */
            language?: "en" | "de";
        };
        /** FullCreditInput */
        FullCreditInput: {
            /** @constant */
            kind: "fullCredit";
            questionId: string;
        };
        /** GapChoice */
        GapChoice: {
            id: string;
            /**
             * @default menu
             * @enum {string}
             */
            layout: "menu" | "row" | "column";
            options: components["schemas"]["Option"][];
            /** @constant */
            type: "choice";
            /** @default 1 */
            weight: number;
        };
        /** GapChoiceInput */
        GapChoiceInput: {
            id: string;
            /**
             * @default menu
             * @enum {string}
             */
            layout?: "menu" | "row" | "column";
            options: components["schemas"]["OptionInput"][];
            /** @constant */
            type: "choice";
            /** @default 1 */
            weight?: number;
        };
        /** GapNumber */
        GapNumber: {
            accepted: components["schemas"]["AcceptedNumber"][];
            id: string;
            /** @constant */
            type: "number";
            /** @default 1 */
            weight: number;
        };
        /** GapNumberInput */
        GapNumberInput: {
            accepted: components["schemas"]["AcceptedNumberInput"][];
            id: string;
            /** @constant */
            type: "number";
            /** @default 1 */
            weight?: number;
        };
        /** GapText */
        GapText: {
            accepted: components["schemas"]["AcceptedText"][];
            /** @default false */
            caseSensitive: boolean;
            id: string;
            /** @constant */
            type: "text";
            /** @default 1 */
            weight: number;
        };
        /** GapTextInput */
        GapTextInput: {
            accepted: (string | components["schemas"]["AcceptedTextInput"])[];
            /** @default false */
            caseSensitive?: boolean;
            id: string;
            /** @constant */
            type: "text";
            /** @default 1 */
            weight?: number;
        };
        /** GapView */
        GapView: {
            id: string;
            /** @enum {string} */
            kind: "choice" | "text" | "number";
            /**
             * @default menu
             * @enum {string}
             */
            layout: "menu" | "row" | "column";
            options: components["schemas"]["PartView"][];
        };
        /** GateInput */
        GateInput: {
            /** @default ClassroomNFT */
            contract?: string;
            /** @default 1 */
            minimum?: number;
            tokenId?: string | null;
        };
        /** GateView */
        GateView: {
            chainId: number;
            contract: string;
            minimum: number;
            name: string;
            /** @enum {string} */
            standard: "erc721" | "erc20";
            symbol: string;
            tokenId: string | null;
        };
        /** GenerateQuiz */
        GenerateQuiz: {
            classroomId: string;
            /** @default 5 */
            count?: number;
            /** @default  */
            topic?: string;
        };
        /** GiveNotice */
        GiveNotice: {
            classroomId: string;
            text: string;
        };
        /** GradebookPage */
        GradebookPage: {
            book: components["schemas"]["BookView"];
            next: string | null;
            rows: components["schemas"]["GradeRow"][];
        };
        /** GradedQuestion */
        GradedQuestion: {
            graderNotes: string | null;
            id: string;
            maxWords: number | null;
            minWords: number;
            points: number;
            rubric: components["schemas"]["Criterion"][];
            text: string;
        };
        /**
         * GradeMethod
         * @description Which of several attempts counts.
         * @default highest
         * @enum {string}
         */
        GradeMethod: "highest" | "average" | "first" | "last";
        /** GradeRow */
        GradeRow: {
            cells: {
                [key: string]: components["schemas"]["CellView"];
            };
            name: string;
            total: components["schemas"]["Total"];
            userId: string;
        };
        /** GradeView */
        GradeView: {
            attempts: number;
            method: components["schemas"]["GradeMethod"];
            passed: boolean | null;
            score: number | null;
            waiting: number;
        };
        /** GradingQueues */
        GradingQueues: {
            items: components["schemas"]["QueueView"][];
        };
        /** GradingTaskView */
        GradingTaskView: {
            answer: string;
            attemptId: string;
            judgement: components["schemas"]["JudgementView"] | null;
            name: string | null;
            question: components["schemas"]["GradedQuestion"];
        };
        /** HandRaise */
        HandRaise: {
            raised: boolean;
        };
        /** HandRaised */
        HandRaised: {
            raised: boolean;
            /** @default null */
            raisedAt: string | null;
            userId: string;
        };
        /** Health */
        Health: {
            problems: {
                [key: string]: string;
            };
            status: string;
        };
        /** HistoryEntry */
        HistoryEntry: {
            /** Format: date-time */
            at: string;
            byName: string;
            reason: string;
            status: components["schemas"]["AttendanceStatus"] | null;
            was: components["schemas"]["AttendanceStatus"] | null;
        };
        /**
         * IceServer
         * @description Helps browsers in different networks to a connection; the members are those of the browser's RTCIceServer.
         */
        IceServer: {
            /** @default null */
            credential: string | null;
            urls: string[];
            /** @default null */
            username: string | null;
        };
        /** ImportChange */
        ImportChange: {
            before: number | null;
            columnId: string;
            excused: boolean;
            name: string;
            points: number | null;
            userId: string;
        };
        /** ImportFile */
        ImportFile: {
            content: string;
        };
        /** ImportPlan */
        ImportPlan: {
            changes: components["schemas"]["ImportChange"][];
            fingerprint: string;
            ignoredColumns: string[];
            unchanged: number;
            unmatched: components["schemas"]["Unmatched"][];
        };
        /** InclusionView */
        InclusionView: {
            /** Format: date-time */
            anchoredAt: string;
            block: number;
            chainId: number;
            contract: string;
            count: number;
            leaf: string;
            path: string[];
            root: string;
            salt: string;
            transaction: string;
        };
        /**
         * IssueCertificate
         * @default {
         *       "name": null
         *     }
         */
        IssueCertificate: {
            name?: string | null;
        };
        /** Item */
        Item: {
            id: string;
            text: string;
        };
        /** ItemStatistics */
        ItemStatistics: {
            answered: number;
            deviation: number | null;
            discrimination: number | null;
            effectiveWeight: number | null;
            efficiency: number | null;
            facility: number | null;
            intendedWeight: number | null;
        };
        /** ItemView */
        ItemView: {
            guess: number | null;
            key: string[];
            options: components["schemas"]["OptionView"][];
            points: number;
            questionId: string;
            rival: string | null;
            statistics: components["schemas"]["ItemStatistics"];
            text: string;
            type: string;
        };
        /** JobList */
        JobList: {
            items: components["schemas"]["JobView"][];
            next: string | null;
        };
        /**
         * JobState
         * @enum {string}
         */
        JobState: "queued" | "leased" | "done" | "dead";
        /** JobView */
        JobView: {
            dueAt: string | null;
            error: string | null;
            id: string;
            /** Format: date-time */
            putAt: string;
            state: components["schemas"]["JobState"];
            tries: number;
        };
        /**
         * JoinClassroom
         * @default {
         *       "code": null
         *     }
         */
        JoinClassroom: {
            code?: string | null;
        };
        /** JoinCode */
        JoinCode: {
            joinCode: string;
        };
        /** JudgeAnswer */
        JudgeAnswer: {
            /** @default  */
            comment?: string;
            fraction?: number | null;
            levels?: {
                [key: string]: number;
            };
            remarks?: components["schemas"]["RemarkInput"][];
            revision: number;
        };
        /** JudgementView */
        JudgementView: {
            /** Format: date-time */
            at: string;
            byName: string;
            comment: string;
            fraction: number;
            levels: {
                [key: string]: number;
            };
            remarks: components["schemas"]["Remark"][];
            revision: number;
        };
        /** LeaderboardView */
        LeaderboardView: {
            own: components["schemas"]["BoardRowView"] | null;
            people: components["schemas"]["OfAgeView"][];
            rows: components["schemas"]["BoardRowView"][];
            /** @enum {string} */
            show: "alias" | "name" | "off";
            underage: boolean;
        };
        /** Level */
        Level: {
            points: number;
            text: string;
        };
        /** LevelInput */
        LevelInput: {
            points: number;
            text: string;
        };
        /** Line */
        Line: {
            columnId: string;
            counted: components["schemas"]["Counted"];
            maxPoints: number;
            points: number | null;
        };
        /**
         * LivePoll
         * @description A poll that is open in the room.
         */
        LivePoll: {
            openedAt: string;
            options: string[];
            pollId: string;
            question: string;
        };
        /** LivePresentation */
        LivePresentation: {
            index: number;
            presentationId: string;
            presenterId: string;
            presenterName: string;
            revision: number;
            slides: components["schemas"]["Slide"][];
            startedAt: string;
            title: string;
        };
        /**
         * LiveQuiz
         * @description A quiz that is open in the room. It says nothing about the answers.
         */
        LiveQuiz: {
            openedAt: string;
            questionCount: number;
            quizId: string;
            timeLimitSeconds: number | null;
            title: string;
            tokensReward: number;
        };
        /**
         * LiveState
         * @description How the lesson stands, for somebody who comes in now.
         */
        LiveState: {
            hands: components["schemas"]["RaisedHand"][];
            muted: string[];
            myVote: number | null;
            poll: components["schemas"]["LivePoll"] | null;
            presentation: components["schemas"]["LivePresentation"] | null;
            rules: components["schemas"]["RoomRules"];
            tally: components["schemas"]["PollCounted"] | null;
            voice: components["schemas"]["VoicePeer"][];
            waiting: components["schemas"]["WaitingPerson"][];
        };
        /**
         * LobbyAdmitted
         * @description To somebody who waited: `classroom:join` succeeds now.
         */
        LobbyAdmitted: {
            classroomId: string;
        };
        /**
         * LobbyLeft
         * @description Somebody waits no longer: they were let in or sent away, or gave up. Goes to the room's teachers only.
         */
        LobbyLeft: {
            userId: string;
        };
        /** LobbyRefused */
        LobbyRefused: {
            classroomId: string;
        };
        /** Login */
        Login: {
            email: string;
            password: string;
            /**
             * @default token
             * @enum {string}
             */
            session?: "token" | "cookie";
        };
        /** MarkAnswers */
        MarkAnswers: {
            marks: {
                [key: string]: number;
            };
        };
        /** MarkAttendance */
        MarkAttendance: {
            reason: string;
            sessionId: string;
            status: components["schemas"]["AttendanceStatus"] | null;
            userId: string;
        };
        /** MarkHistory */
        MarkHistory: {
            items: components["schemas"]["MarkView"][];
            revision: number;
        };
        /** MarkView */
        MarkView: {
            /** Format: date-time */
            at: string;
            byName: string;
            excused: boolean;
            imported: boolean;
            points: number | null;
            reason: string;
        };
        /** Matching */
        Matching: {
            choices: components["schemas"]["Choice"][];
            explanation: string | null;
            id: string;
            pairs: components["schemas"]["Pair"][];
            points: number;
            text: string;
            /** @constant */
            type: "matching";
        };
        /** MatchingInput */
        MatchingInput: {
            distractors?: string[];
            explanation?: string | null;
            pairs: components["schemas"]["PairInput"][];
            /** @default 1 */
            points?: number;
            text: string;
            /** @constant */
            type: "matching";
        };
        /** MatchingView */
        MatchingView: {
            choices: components["schemas"]["PartView"][];
            id: string;
            points: number;
            prompts: components["schemas"]["PartView"][];
            text: string;
            /** @constant */
            type: "matching";
        };
        /** MaterialList */
        MaterialList: {
            items: components["schemas"]["MaterialView"][];
        };
        /** MaterialPageList */
        MaterialPageList: {
            items: components["schemas"]["MaterialPageView"][];
        };
        /** MaterialPageView */
        MaterialPageView: {
            heading: string;
            height: number;
            number: number;
            pictureUrl: string | null;
            text: string;
            width: number;
        };
        /**
         * Kind
         * @enum {string}
         */
        materials_model_kinds_Kind: "pdf" | "docx" | "pptx" | "markdown" | "png" | "jpeg" | "webp" | "gif" | "mp3" | "ogg" | "m4a" | "wav" | "mp4" | "webm" | "glb";
        /** MaterialSlides */
        MaterialSlides: {
            slides: components["schemas"]["Slide"][];
            title: string;
        };
        /** MaterialView */
        MaterialView: {
            archived: boolean;
            classroomId: string;
            coverUrl: string | null;
            /** Format: date-time */
            createdAt: string;
            current: components["schemas"]["VersionView"];
            id: string;
            releaseAt: string | null;
            title: string;
            versions: components["schemas"]["VersionView"][];
        };
        /** MeetingView */
        MeetingView: {
            changes: components["schemas"]["ChangeView"][];
            durationMinutes: number;
            /** Format: date */
            firstDate: string;
            id: string;
            /** Format: date */
            lastDate: string;
            startTime: string;
            title: string;
            weekdays: number[];
            zone: string;
        };
        /**
         * Member
         * @description Somebody who is in the room now.
         */
        Member: {
            avatarData: components["schemas"]["AvatarData"];
            handle: number;
            /** @default false */
            handRaised: boolean;
            name: string;
            position: [
                number,
                number,
                number
            ];
            rotation: number;
            standing: components["schemas"]["Standing"];
            userId: string;
        };
        /** MemberList */
        MemberList: {
            items: components["schemas"]["MemberView"][];
        };
        /** MemberView */
        MemberView: {
            avatarData: components["schemas"]["AvatarData"];
            name: string;
            standing: components["schemas"]["Standing"];
            userId: string;
        };
        /**
         * MintClassroom
         * @default {
         *       "transferable": false
         *     }
         */
        MintClassroom: {
            /** @default false */
            transferable?: boolean;
        };
        /** Multiple */
        Multiple: {
            explanation: string | null;
            id: string;
            options: components["schemas"]["Option"][];
            points: number;
            text: string;
            /** @constant */
            type: "multiple";
        };
        /** MultipleInput */
        MultipleInput: {
            explanation?: string | null;
            options: components["schemas"]["OptionInput"][];
            /** @default 1 */
            points?: number;
            text: string;
            /** @constant */
            type: "multiple";
        };
        /** MultipleView */
        MultipleView: {
            id: string;
            options: components["schemas"]["PartView"][];
            points: number;
            text: string;
            /** @constant */
            type: "multiple";
        };
        /** MyGrades */
        MyGrades: {
            book: components["schemas"]["BookView"];
            mine: components["schemas"]["GradeRow"];
        };
        /** MyStats */
        MyStats: {
            items: components["schemas"]["ClassTally"][];
        };
        /** NextAnswer */
        NextAnswer: {
            after?: string | null;
            questionId: string;
        };
        /** NextMeetings */
        NextMeetings: {
            items: components["schemas"]["OccurrenceView"][];
        };
        /** NextTask */
        NextTask: {
            task: components["schemas"]["GradingTaskView"] | null;
        };
        /**
         * NoFields
         * @default {}
         */
        NoFields: Record<string, never>;
        /** NoticeGiven */
        NoticeGiven: {
            students: number;
        };
        /** NotificationList */
        NotificationList: {
            items: components["schemas"]["NotificationView"][];
            next: string | null;
            /** Format: date-time */
            readAt: string;
            unread: number;
        };
        /** NotificationPreferences */
        NotificationPreferences: {
            channels: {
                [key: string]: "off" | "app" | "mail";
            };
            /** @enum {null|string} */
            language: "en" | "de" | null;
        };
        /** NotificationReceived */
        NotificationReceived: {
            id: string;
            /** @enum {unknown} */
            level: "important" | "info";
            name: string;
            sentAt: string;
            text: string;
            userId: string;
        };
        /** NotificationSend */
        NotificationSend: {
            /**
             * @default info
             * @enum {unknown}
             */
            level?: "important" | "info";
            text: string;
        };
        /** NotificationView */
        NotificationView: {
            about: components["schemas"]["QuizOpenedTold"] | components["schemas"]["QuizGradedTold"] | components["schemas"]["AchievementTold"] | components["schemas"]["StudentsEnrolledShown"] | components["schemas"]["TeacherNotice"];
            /** Format: date-time */
            createdAt: string;
            id: string;
            unread: boolean;
        };
        /** Numeric */
        Numeric: {
            accepted: components["schemas"]["AcceptedNumber"][];
            explanation: string | null;
            id: string;
            points: number;
            text: string;
            /** @constant */
            type: "numeric";
            /** @default 0 */
            unitPenalty: number;
            /** @default [] */
            units: components["schemas"]["Unit"][];
        };
        /** NumericInput */
        NumericInput: {
            accepted: components["schemas"]["AcceptedNumberInput"][];
            explanation?: string | null;
            /** @default 1 */
            points?: number;
            text: string;
            /** @constant */
            type: "numeric";
            /** @default 0 */
            unitPenalty?: number;
            units?: components["schemas"]["UnitInput"][];
        };
        /** NumericView */
        NumericView: {
            id: string;
            points: number;
            text: string;
            /** @constant */
            type: "numeric";
            withUnit: boolean;
        };
        /** OccurrenceView */
        OccurrenceView: {
            cancelled: boolean;
            classroomId: string;
            /** Format: date-time */
            endsAt: string;
            id: string;
            meetingId: string;
            moved: boolean;
            /** Format: date */
            on: string;
            /** Format: date-time */
            startsAt: string;
            title: string;
        };
        /** OfAgeView */
        OfAgeView: {
            name: string;
            underage: boolean;
            userId: string;
        };
        /** OnChain */
        OnChain: {
            minted: number;
            takenBack: number;
            underWay: number;
            waiting: number;
        };
        /** OpenedClassroom */
        OpenedClassroom: {
            classroom: components["schemas"]["ClassroomView"];
            joinCode: string | null;
        };
        /**
         * Openness
         * @enum {string}
         */
        Openness: "open" | "quotes" | "closed";
        /** OpenSession */
        OpenSession: {
            classroomId: string;
            /** @default  */
            title?: string;
        };
        /** Option */
        Option: {
            feedback: string | null;
            id: string;
            text: string;
            weight: number;
        };
        /** OptionInput */
        OptionInput: {
            /** @default false */
            correct?: boolean;
            feedback?: string | null;
            text: string;
            weight?: number | null;
        };
        /** OptionView */
        OptionView: {
            chosen: number;
            discrimination: number | null;
            optionId: string;
            share: number | null;
            text: string | null;
            weight: number;
        };
        /** Ordering */
        Ordering: {
            explanation: string | null;
            id: string;
            items: components["schemas"]["Item"][];
            points: number;
            strategy: components["schemas"]["OrderingStrategy"];
            text: string;
            /** @constant */
            type: "ordering";
        };
        /** OrderingInput */
        OrderingInput: {
            explanation?: string | null;
            items: string[];
            /** @default 1 */
            points?: number;
            strategy?: components["schemas"]["OrderingStrategy"];
            text: string;
            /** @constant */
            type: "ordering";
        };
        /**
         * OrderingStrategy
         * @description What share of the points a partly right order earns.
         * @default absolutePosition
         * @enum {string}
         */
        OrderingStrategy: "allOrNothing" | "absolutePosition" | "relativeNext" | "relativeNextAndEnd" | "relativeBoth" | "longestSubset" | "longestRun" | "pairsInOrder";
        /** OrderingView */
        OrderingView: {
            id: string;
            items: components["schemas"]["PartView"][];
            points: number;
            text: string;
            /** @constant */
            type: "ordering";
        };
        /** OwnerView */
        OwnerView: {
            id: string;
            name: string;
        };
        /** OwnRewards */
        OwnRewards: {
            onChain: components["schemas"]["OnChain"] | null;
            tokens: number;
        };
        /** Pair */
        Pair: {
            choiceId: string;
            id: string;
            prompt: string;
        };
        /** PairInput */
        PairInput: {
            answer: string;
            prompt: string;
        };
        /** PartView */
        PartView: {
            id: string;
            text: string;
        };
        /** PasswordChange */
        PasswordChange: {
            currentPassword: string;
            newPassword: string;
        };
        /** PolicyInput */
        PolicyInput: {
            automatic: boolean;
            earlyLeaveMinutes: number;
            gapMinutes: number;
            graceMinutes: number;
            lateAfterMinutes: number;
            minimumShare: number;
        };
        /** PolicyView */
        PolicyView: {
            automatic: boolean;
            earlyLeaveMinutes: number;
            gapMinutes: number;
            graceMinutes: number;
            lateAfterMinutes: number;
            minimumShare: number;
        };
        /**
         * PollCounted
         * @description How many chose what: to the teachers at every vote, to everybody once it is closed. Who chose is not told.
         */
        PollCounted: {
            counts: number[];
            open: boolean;
            pollId: string;
            voters: number;
        };
        /** PollOpen */
        PollOpen: {
            options: string[];
            question: string;
        };
        /** PollVote */
        PollVote: {
            option: number;
            pollId: string;
        };
        /** PreferNotifications */
        PreferNotifications: {
            channels?: {
                [key: string]: "off" | "app" | "mail";
            };
            /** @enum {null|string} */
            language?: "en" | "de" | null;
        };
        /** PresentationStart */
        PresentationStart: {
            slides: components["schemas"]["Slide"][];
            title: string;
        };
        /** PresentationStopped */
        PresentationStopped: {
            presentationId: string;
        };
        /** PreviewRegrade */
        PreviewRegrade: {
            corrections: (components["schemas"]["RekeyInput"] | components["schemas"]["AcceptAlsoInput"] | components["schemas"]["DropInput"] | components["schemas"]["FullCreditInput"])[];
        };
        /** ProfileUpdate */
        ProfileUpdate: {
            avatarData?: components["schemas"]["AvatarData"] | null;
            name?: string | null;
        };
        /** PutMeeting */
        PutMeeting: {
            durationMinutes: number;
            /** Format: date */
            firstDate: string;
            lastDate?: string | null;
            startTime: string;
            /** @default  */
            title?: string;
            weekdays?: number[];
            zone: string;
        };
        /** QueueView */
        QueueView: {
            judged: number;
            question: components["schemas"]["GradedQuestion"];
            waiting: number;
        };
        /** QuizClosed */
        QuizClosed: {
            quizId: string;
        };
        /**
         * QuizDeadlineMoved
         * @description The time of a running attempt has changed; goes to its student, on every device.
         */
        QuizDeadlineMoved: {
            attemptId: string;
            deadline: string | null;
            quizId: string;
            serverTime: string;
        };
        /** QuizDraftList */
        QuizDraftList: {
            items: components["schemas"]["QuizDraftView"][];
            next: string | null;
        };
        /** QuizDraftView */
        QuizDraftView: {
            classroomId: string;
            /** Format: date-time */
            createdAt: string;
            id: string;
            items: components["schemas"]["DraftItemView"][];
            leftOut: number;
            madeBy: string | null;
            topic: string;
        };
        /** QuizGradedTold */
        QuizGradedTold: {
            classroom: string;
            classroomId: string;
            /** @constant */
            kind: "quizGraded";
            passed: boolean;
            quizId: string;
            score: number;
            title: string;
            tokens: number;
        };
        /** QuizList */
        QuizList: {
            items: components["schemas"]["QuizView"][];
            next: string | null;
        };
        /** QuizOpenedTold */
        QuizOpenedTold: {
            classroom: string;
            classroomId: string;
            /** @constant */
            kind: "quizOpened";
            quizId: string;
            title: string;
        };
        /** QuizOutcome */
        QuizOutcome: {
            average: number | null;
            bands: number[];
            closed: boolean;
            /** Format: date-time */
            openedAt: string;
            passed: number;
            quizId: string;
            taken: number;
            title: string;
        };
        /** QuizPreview */
        QuizPreview: {
            draws: components["schemas"]["DrawView"][];
            questions: (components["schemas"]["Single"] | components["schemas"]["Multiple"] | components["schemas"]["TrueFalse"] | components["schemas"]["ShortAnswer"] | components["schemas"]["Numeric"] | components["schemas"]["Essay"] | components["schemas"]["Matching"] | components["schemas"]["Ordering"] | components["schemas"]["Cloze"])[];
            quiz: components["schemas"]["QuizView"];
            sources: {
                [key: string]: components["schemas"]["BankRef"];
            };
        };
        /**
         * QuizProgress
         * @description The reply to `quiz:progress`: what the server holds, not what the browser believes.
         */
        QuizProgress: {
            answered: number;
            questionCount: number;
            quizId: string;
        };
        /** QuizProgressed */
        QuizProgressed: {
            /**
             * @default true
             * @enum {unknown}
             */
            ok: true;
            progress: components["schemas"]["QuizProgress"];
        };
        /** QuizRef */
        QuizRef: {
            quizId: string;
        };
        /** QuizResults */
        QuizResults: {
            mine: components["schemas"]["AttemptResult"][];
            next: string | null;
            quiz: components["schemas"]["QuizView"];
            rows: components["schemas"]["ResultRow"][];
        };
        /**
         * QuizState
         * @enum {string}
         */
        QuizState: "draft" | "open" | "closed";
        /** QuizStatisticsView */
        QuizStatisticsView: {
            attempts: number;
            consistency: number | null;
            deviation: number | null;
            errorRatio: number | null;
            histogram: number[];
            items: components["schemas"]["ItemView"][];
            kurtosis: number | null;
            maximum: number;
            mean: number | null;
            median: number | null;
            skewness: number | null;
            standardError: number | null;
            waiting: number;
        };
        /** QuizView */
        QuizView: {
            attemptsUsed: number;
            classroomId: string;
            closesAt: string | null;
            /** Format: date-time */
            createdAt: string;
            graceSeconds: number;
            gradeMethod: components["schemas"]["GradeMethod"];
            hasPassword: boolean;
            id: string;
            maxAttempts: number;
            openedAt: string | null;
            opensAt: string | null;
            passScore: number;
            questionCount: number;
            review: components["schemas"]["ReviewPolicy"];
            shuffle: boolean;
            shuffleOptions: boolean;
            state: components["schemas"]["QuizState"];
            timeLimitSeconds: number | null;
            title: string;
            tokensReward: number;
        };
        /** RaisedHand */
        RaisedHand: {
            raisedAt: string;
            userId: string;
        };
        /** ReactionSend */
        ReactionSend: {
            /** @enum {unknown} */
            emoji: "clap" | "heart" | "laugh" | "party" | "think" | "thumbs-down" | "thumbs-up" | "wow";
        };
        /** ReactionShown */
        ReactionShown: {
            /** @enum {unknown} */
            emoji: "clap" | "heart" | "laugh" | "party" | "think" | "thumbs-down" | "thumbs-up" | "wow";
            userId: string;
        };
        /** ReadAll */
        ReadAll: {
            /** Format: date-time */
            upTo: string;
        };
        /**
         * Reading
         * @description Whether text and pages have been taken out of a version.
         * @enum {string}
         */
        Reading: "waiting" | "done" | "failed";
        /** ReadQuestion */
        ReadQuestion: {
            category: string | null;
            tags: string[];
            text: string;
            type: string;
        };
        /** RecordList */
        RecordList: {
            items: components["schemas"]["RecordView"][];
            next: string | null;
        };
        /** RecordView */
        RecordView: {
            checkedOutAt: string | null;
            checkInTime: string | null;
            checkOutTime: string | null;
            excuse: components["schemas"]["ExcuseView"] | null;
            held: boolean;
            history: components["schemas"]["HistoryEntry"][];
            id: string;
            measuredStatus: components["schemas"]["AttendanceStatus"] | null;
            name: string;
            presentSeconds: number;
            sessionEndsAt: string | null;
            sessionId: string;
            /** Format: date-time */
            sessionStartsAt: string;
            sessionTitle: string;
            share: number;
            spans: components["schemas"]["SpanView"][];
            status: components["schemas"]["AttendanceStatus"] | null;
            userId: string;
        };
        /**
         * Refresh
         * @default {
         *       "refreshToken": null
         *     }
         */
        Refresh: {
            refreshToken?: string | null;
        };
        /**
         * Refused
         * @description The reply to an event that changed nothing; `code` is the problem's slug.
         */
        Refused: {
            code: string;
            message: string;
            /**
             * @default false
             * @enum {unknown}
             */
            ok: false;
        };
        /** Register */
        Register: {
            avatarData?: components["schemas"]["AvatarData"];
            email: string;
            name: string;
            password: string;
            /**
             * @default student
             * @enum {string}
             */
            role?: "student" | "educator";
            /**
             * @default token
             * @enum {string}
             */
            session?: "token" | "cookie";
        };
        /** RegradeOutcome */
        RegradeOutcome: {
            attemptId: string;
            certificateLost: boolean;
            name: string;
            number: number;
            passedAfter: boolean;
            passedBefore: boolean;
            scoreAfter: number | null;
            scoreBefore: number | null;
            tokensAfter: number;
            tokensBefore: number;
            userId: string;
        };
        /** RegradeView */
        RegradeView: {
            attempts: number;
            changed: components["schemas"]["RegradeOutcome"][];
            fingerprint: string;
        };
        /** RekeyInput */
        RekeyInput: {
            correct?: boolean | null;
            /** @constant */
            kind: "rekey";
            numbers?: components["schemas"]["AcceptedNumberInput"][];
            questionId: string;
            texts?: components["schemas"]["AcceptedTextInput"][];
            weights?: {
                [key: string]: number;
            };
        };
        /**
         * ReleaseMaterial
         * @default {
         *       "at": null
         *     }
         */
        ReleaseMaterial: {
            at?: string | null;
        };
        /** Remark */
        Remark: {
            end: number;
            start: number;
            text: string;
        };
        /** RemarkInput */
        RemarkInput: {
            end: number;
            start: number;
            text: string;
        };
        /** ResetPassword */
        ResetPassword: {
            newPassword: string;
            token: string;
        };
        /** ResultRow */
        ResultRow: {
            answered: number;
            attemptId: string;
            name: string;
            number: number;
            score: number | null;
            state: components["schemas"]["AttemptState"];
            submittedAt: string | null;
            tokensEarned: number;
            userId: string;
        };
        /** ReviewPolicy */
        ReviewPolicy: {
            /**
             * @default [
             *       "answers",
             *       "correctness",
             *       "marks",
             *       "key",
             *       "feedback",
             *       "explanation"
             *     ]
             */
            closed: components["schemas"]["Aspect"][];
            /** @default [] */
            during: components["schemas"]["Aspect"][];
            /**
             * @default [
             *       "answers",
             *       "correctness",
             *       "marks"
             *     ]
             */
            immediately: components["schemas"]["Aspect"][];
            /**
             * @default [
             *       "answers",
             *       "correctness",
             *       "marks"
             *     ]
             */
            later: components["schemas"]["Aspect"][];
        };
        /** ReviewPolicyInput */
        ReviewPolicyInput: {
            closed: components["schemas"]["Aspect"][];
            during?: components["schemas"]["Aspect"][];
            immediately: components["schemas"]["Aspect"][];
            later: components["schemas"]["Aspect"][];
        };
        /** ReviewView */
        ReviewView: {
            comment: string | null;
            explanation: string | null;
            feedback: {
                [key: string]: string;
            } | null;
            fraction: number | null;
            key: string | boolean | string[] | {
                [key: string]: string;
            } | null;
            question: components["schemas"]["SingleView"] | components["schemas"]["MultipleView"] | components["schemas"]["TrueFalseView"] | components["schemas"]["ShortAnswerView"] | components["schemas"]["NumericView"] | components["schemas"]["EssayView"] | components["schemas"]["MatchingView"] | components["schemas"]["OrderingView"] | components["schemas"]["ClozeView"];
            remarks: components["schemas"]["Remark"][];
            value: string | boolean | string[] | {
                [key: string]: string;
            } | null;
            /** @enum {null|string} */
            verdict: "right" | "partly" | "wrong" | "waiting" | null;
        };
        /** RevokeCertificate */
        RevokeCertificate: {
            reason: string;
        };
        /**
         * Role
         * @description What an account is on this campus. Nobody gives it to themselves above what the operator opened.
         * @enum {string}
         */
        Role: "student" | "educator" | "admin";
        /**
         * RoomRules
         * @description What holds in the room, whole: of two of them the one with the higher `revision` is true.
         */
        RoomRules: {
            lobby: boolean;
            locked: boolean;
            muteHeld: boolean;
            revision: number;
            spotlight: string | null;
        };
        /**
         * Rung
         * @enum {string}
         */
        Rung: "nudge" | "hint" | "step" | "full";
        /** SaveAnswer */
        SaveAnswer: {
            /** @default 0 */
            revision?: number;
            value: string | boolean | string[] | {
                [key: string]: string;
            } | null;
        };
        /** SayOfAge */
        SayOfAge: {
            classroomId: string;
            underage: boolean | null;
        };
        /** ScheduleView */
        ScheduleView: {
            meetings: components["schemas"]["MeetingView"][];
            occurrences: components["schemas"]["OccurrenceView"][];
        };
        /** SendExcuse */
        SendExcuse: {
            sessionId: string;
            text: string;
        };
        /**
         * SessionKind
         * @enum {string}
         */
        SessionKind: "scheduled" | "unscheduled";
        /** SessionList */
        SessionList: {
            items: components["schemas"]["ClassSessionView"][];
            next: string | null;
        };
        /** SessionReport */
        SessionReport: {
            policy: components["schemas"]["PolicyView"];
            rows: components["schemas"]["RecordView"][];
            session: components["schemas"]["ClassSessionView"];
        };
        /**
         * SessionState
         * @enum {string}
         */
        SessionState: "open" | "closed" | "notHeld";
        /** SessionView */
        SessionView: {
            expiresIn: number;
            refreshToken: string | null;
            token: string;
            user: components["schemas"]["UserView"];
        };
        /** SetClassLimit */
        SetClassLimit: {
            tokensPerDay: number | null;
        };
        /** SetMark */
        SetMark: {
            /** @default false */
            excused?: boolean;
            points: number | null;
            /** @default  */
            reason?: string;
            revision: number;
        };
        /** SetStatus */
        SetStatus: {
            reason: string;
            status: components["schemas"]["AttendanceStatus"] | null;
        };
        /**
         * SfuAccess
         * @description How to reach the media server; the token opens a connection within ten minutes.
         */
        SfuAccess: {
            token: string;
            url: string;
        };
        /** ShortAnswer */
        ShortAnswer: {
            accepted: components["schemas"]["AcceptedText"][];
            /** @default false */
            caseSensitive: boolean;
            explanation: string | null;
            id: string;
            /** @default 0 */
            maxEdits: number;
            points: number;
            text: string;
            /** @constant */
            type: "shortAnswer";
            /** @default false */
            wildcards: boolean;
        };
        /** ShortAnswerInput */
        ShortAnswerInput: {
            accepted: (string | components["schemas"]["AcceptedTextInput"])[];
            /** @default false */
            caseSensitive?: boolean;
            explanation?: string | null;
            /** @default 0 */
            maxEdits?: number;
            /** @default 1 */
            points?: number;
            text: string;
            /** @constant */
            type: "shortAnswer";
            /** @default false */
            wildcards?: boolean;
        };
        /** ShortAnswerView */
        ShortAnswerView: {
            id: string;
            points: number;
            text: string;
            /** @constant */
            type: "shortAnswer";
        };
        /** Single */
        Single: {
            explanation: string | null;
            id: string;
            options: components["schemas"]["Option"][];
            points: number;
            text: string;
            /** @constant */
            type: "single";
        };
        /** SingleInput */
        SingleInput: {
            explanation?: string | null;
            options: components["schemas"]["OptionInput"][];
            /** @default 1 */
            points?: number;
            text: string;
            /** @constant */
            type: "single";
        };
        /** SingleView */
        SingleView: {
            id: string;
            options: components["schemas"]["PartView"][];
            points: number;
            text: string;
            /** @constant */
            type: "single";
        };
        /** Slide */
        Slide: {
            /** @default  */
            imageAlt: string;
            imageUrl: string | null;
            /** @default  */
            text: string;
            /** @default  */
            title: string;
        };
        /** SlideChange */
        SlideChange: {
            index: number;
        };
        /** SlideChanged */
        SlideChanged: {
            index: number;
            presentationId: string;
            revision: number;
        };
        /** SpanView */
        SpanView: {
            /** Format: date-time */
            end: string;
            /** Format: date-time */
            start: string;
        };
        /** SpendingView */
        SpendingView: {
            limit: number;
            /** Format: date-time */
            resetsAt: string;
            scope: string;
            used: number;
        };
        /** SpotlightSet */
        SpotlightSet: {
            userId: string | null;
        };
        /**
         * Standing
         * @description What somebody is in one classroom.
         * @enum {string}
         */
        Standing: "teacher" | "student" | "outsider";
        /**
         * StartQuiz
         * @default {
         *       "password": null
         *     }
         */
        StartQuiz: {
            password?: string | null;
        };
        /**
         * State
         * @enum {string}
         */
        State: "running" | "done" | "cancelled" | "interrupted";
        /**
         * Status
         * @default open
         * @enum {string}
         */
        Status: "open" | "archived";
        /** StudentProgress */
        StudentProgress: {
            average: number | null;
            classroomId: string;
            minutes: components["schemas"]["DayCount"][];
            results: components["schemas"]["BestResult"][];
            title: string;
            tokens: number;
        };
        /** StudentRow */
        StudentRow: {
            average: number | null;
            concerns: components["schemas"]["Concern"][];
            daysPresent: number;
            lastSeen: string | null;
            name: string;
            taken: number;
            userId: string;
        };
        /** StudentsEnrolledShown */
        StudentsEnrolledShown: {
            classroom: string;
            classroomId: string;
            count: number;
            /** @constant */
            kind: "studentsEnrolled";
            names: string[];
        };
        /** StudentStatsView */
        StudentStatsView: {
            name: string;
            tally: components["schemas"]["Tally"];
            userId: string;
        };
        /** StudyPassage */
        StudyPassage: {
            excerpt: string;
            materialId: string;
            page: number | null;
            title: string;
        };
        /** StudySuggestionList */
        StudySuggestionList: {
            items: components["schemas"]["StudySuggestionView"][];
        };
        /** StudySuggestionView */
        StudySuggestionView: {
            read: components["schemas"]["StudyPassage"][];
            score: number;
            topic: string;
        };
        /**
         * SubmitQuiz
         * @default {
         *       "answers": {}
         *     }
         */
        SubmitQuiz: {
            answers?: {
                [key: string]: string | boolean | string[] | {
                    [key: string]: string;
                } | null;
            };
        };
        /** SuggestStudy */
        SuggestStudy: {
            classroomId: string;
        };
        /** Switch */
        Switch: {
            on: boolean;
        };
        /** Tally */
        Tally: {
            /** @default 0 */
            absent: number;
            /** @default 0 */
            excused: number;
            /** @default 0 */
            late: number;
            /** @default 0 */
            leftEarly: number;
            /** @default 0 */
            partial: number;
            /** @default 0 */
            present: number;
            /** @default 0 */
            presentSeconds: number;
            rate: number | null;
            /** @default 0 */
            sessions: number;
        };
        /** TeacherNotice */
        TeacherNotice: {
            classroom: string;
            classroomId: string;
            /** @constant */
            kind: "notice";
            teacher: string;
            text: string;
        };
        /** TokenView */
        TokenView: {
            chainId: number | null;
            contract: string | null;
            holder: string | null;
            settled: boolean;
            /** @enum {string} */
            state: "minting" | "minted" | "failed";
            transaction: string | null;
            transferable: boolean;
            trouble: string | null;
            uri: string | null;
        };
        /**
         * Tolerance
         * @description How far from a number an answer may be and still count.
         * @default absolute
         * @enum {string}
         */
        Tolerance: "absolute" | "relative" | "geometric";
        /** Total */
        Total: {
            categories: components["schemas"]["CategoryPart"][];
            fraction: number | null;
            label: string | null;
        };
        /** TrueFalse */
        TrueFalse: {
            correct: boolean;
            explanation: string | null;
            feedbackFalse: string | null;
            feedbackTrue: string | null;
            id: string;
            points: number;
            text: string;
            /** @constant */
            type: "trueFalse";
        };
        /** TrueFalseInput */
        TrueFalseInput: {
            correct: boolean;
            explanation?: string | null;
            feedbackFalse?: string | null;
            feedbackTrue?: string | null;
            /** @default 1 */
            points?: number;
            text: string;
            /** @constant */
            type: "trueFalse";
        };
        /** TrueFalseView */
        TrueFalseView: {
            id: string;
            points: number;
            text: string;
            /** @constant */
            type: "trueFalse";
        };
        /**
         * Kind
         * @description What kind of answer it is; the reader is told.
         * @enum {string}
         */
        tutor_model_interaction_Kind: "model" | "quotes" | "degraded" | "noMaterial" | "guarded" | "closed" | "moderated";
        /** TutorAnswer */
        TutorAnswer: {
            aiResponse: string;
            answeredBy: string | null;
            citations: components["schemas"]["CitationView"][];
            classroomId: string;
            conversationId: string;
            /** Format: date-time */
            createdAt: string;
            id: string;
            kind: components["schemas"]["tutor_model_interaction_Kind"] | null;
            question: string;
            /** @enum {null|string} */
            rating: "up" | "down" | null;
            rung: components["schemas"]["Rung"] | null;
            state: components["schemas"]["State"];
            suggestions: string[];
            tokensUsed: number;
        };
        /** TutorHistory */
        TutorHistory: {
            items: components["schemas"]["TutorAnswer"][];
            next: string | null;
        };
        /** TutorPolicyView */
        TutorPolicyView: {
            /** @enum {string} */
            duringQuiz: "closed" | "openBook";
        };
        /** TutorStats */
        TutorStats: {
            asked: number;
            budgets: components["schemas"]["SpendingView"][];
            byKind: {
                [key: string]: number;
            };
            helpful: number;
            notHelpful: number;
        };
        /** TutorStatus */
        TutorStatus: {
            budgets: components["schemas"]["SpendingView"][];
            model: string | null;
            modelProblem: boolean;
            openness: components["schemas"]["Openness"];
            policy: components["schemas"]["TutorPolicyView"];
        };
        /** Typing */
        Typing: {
            typing: boolean;
            userId: string;
        };
        /** Unit */
        Unit: {
            /** @default 1 */
            factor: number;
            name: string;
        };
        /** UnitInput */
        UnitInput: {
            /** @default 1 */
            factor?: number;
            name: string;
        };
        /** Unmatched */
        Unmatched: {
            column: string | null;
            line: number;
            text: string;
            why: components["schemas"]["Why"];
        };
        /**
         * UnreadChanged
         * @description Goes to everything this person has open; what is new is read over REST.
         */
        UnreadChanged: {
            unread: number;
        };
        /** UnreadCount */
        UnreadCount: {
            unread: number;
        };
        /** UpdateClassroom */
        UpdateClassroom: {
            capacity?: number | null;
            description?: string | null;
            gate?: components["schemas"]["GateInput"] | null;
            subject?: string | null;
            title?: string | null;
            visibility?: components["schemas"]["Visibility"] | null;
        };
        /** UpdateMaterial */
        UpdateMaterial: {
            archived?: boolean | null;
            title?: string | null;
        };
        /** UpdateQuiz */
        UpdateQuiz: {
            closesAt?: string | null;
            graceSeconds?: number;
            gradeMethod?: components["schemas"]["GradeMethod"];
            maxAttempts?: number;
            opensAt?: string | null;
            passScore?: number;
            password?: string | null;
            questions?: (components["schemas"]["SingleInput"] | components["schemas"]["MultipleInput"] | components["schemas"]["TrueFalseInput"] | components["schemas"]["ShortAnswerInput"] | components["schemas"]["NumericInput"] | components["schemas"]["EssayInput"] | components["schemas"]["MatchingInput"] | components["schemas"]["OrderingInput"] | components["schemas"]["ClozeInput"] | components["schemas"]["BankPickInput"] | components["schemas"]["DrawInput"])[];
            review?: components["schemas"]["ReviewPolicyInput"];
            shuffle?: boolean;
            shuffleOptions?: boolean;
            timeLimitSeconds?: number | null;
            title?: string;
            tokensReward?: number;
        };
        /** UpdateToken */
        UpdateToken: {
            transferable: boolean;
        };
        /**
         * UserJoined
         * @description Somebody is in the room now, or (`member` is null) has enrolled in the class without entering yet.
         */
        UserJoined: {
            /** @default null */
            member: components["schemas"]["Member"] | null;
            name: string;
            userId: string;
        };
        /** UserLeft */
        UserLeft: {
            /** @enum {unknown} */
            reason: "disconnected" | "left" | "removed";
            userId: string;
        };
        /**
         * UserProgress
         * @description How far a student is; goes to the room's teachers only.
         */
        UserProgress: {
            answered: number;
            name: string;
            questionCount: number;
            quizId: string;
            /** @default null */
            score: number | null;
            /** @enum {unknown} */
            state: "open" | "submitted";
            userId: string;
        };
        /** UserRef */
        UserRef: {
            userId: string;
        };
        /** UserView */
        UserView: {
            achievements: components["schemas"]["Earned"][];
            avatarData: components["schemas"]["AvatarData"];
            /** Format: date-time */
            createdAt: string;
            email: string | null;
            emailConfirmed: boolean;
            id: string;
            name: string;
            role: components["schemas"]["Role"];
            tokensEarned: number;
            walletAddress: string | null;
        };
        /**
         * Verdict
         * @enum {string}
         */
        Verdict: "valid" | "revoked" | "replaced" | "tampered" | "notVerifiable";
        /** VersionView */
        VersionView: {
            kind: components["schemas"]["materials_model_kinds_Kind"];
            name: string;
            number: number;
            pages: number;
            reading: components["schemas"]["Reading"];
            size: number;
            /** Format: date-time */
            uploadedAt: string;
        };
        /**
         * Visibility
         * @default public
         * @enum {string}
         */
        Visibility: "public" | "private" | "nft-gated";
        /** VoiceAnswered */
        VoiceAnswered: {
            from: string;
            sdp: string;
            userId: string;
        };
        /**
         * VoiceCandidate
         * @description The members are those of the browser's own RTCIceCandidateInit.
         */
        VoiceCandidate: {
            candidate: string;
            /** @default null */
            sdpMid?: string | null;
            /** @default null */
            sdpMLineIndex?: number | null;
            to: string;
            /** @default null */
            usernameFragment?: string | null;
        };
        /** VoiceDescription */
        VoiceDescription: {
            sdp: string;
            to: string;
        };
        /** VoiceJoined */
        VoiceJoined: {
            audible: string[];
            iceServers: components["schemas"]["IceServer"][];
            /** @enum {unknown} */
            mode: "mesh" | "sfu";
            muted: boolean;
            /**
             * @default true
             * @enum {unknown}
             */
            ok: true;
            peerId: string;
            peers: components["schemas"]["VoicePeer"][];
            sfu: components["schemas"]["SfuAccess"] | null;
        };
        /** VoiceLeft */
        VoiceLeft: {
            peerId: string;
            userId: string;
        };
        /**
         * VoiceModeChanged
         * @description To everybody who is in the room's voice: join it again to learn how to go on.
         */
        VoiceModeChanged: {
            /** @enum {unknown} */
            mode: "mesh" | "sfu";
        };
        /** VoiceMute */
        VoiceMute: {
            muted: boolean;
        };
        /**
         * VoiceMuted
         * @description These people's microphones are off (or, of their own will, on again); nobody plays what they still send.
         */
        VoiceMuted: {
            /** @enum {unknown} */
            by: "self" | "teacher";
            muted: boolean;
            userIds: string[];
        };
        /** VoiceOffered */
        VoiceOffered: {
            from: string;
            sdp: string;
            userId: string;
        };
        /** VoicePeer */
        VoicePeer: {
            name: string;
            peerId: string;
            userId: string;
        };
        /** VoiceRouteFound */
        VoiceRouteFound: {
            candidate: string;
            from: string;
            sdpMid: string | null;
            sdpMLineIndex: number | null;
            userId: string;
            usernameFragment: string | null;
        };
        /**
         * WaitingPerson
         * @description Somebody in the lobby; goes to the room's teachers only.
         */
        WaitingPerson: {
            avatarData: components["schemas"]["AvatarData"];
            name: string;
            userId: string;
        };
        /** WalletChallenge */
        WalletChallenge: {
            /** Format: date-time */
            expiresAt: string;
            message: string;
            nonce: string;
        };
        /** WalletLink */
        WalletLink: {
            currentPassword: string;
            message: string;
            signature: string;
        };
        /** WalletLogin */
        WalletLogin: {
            message: string;
            name?: string | null;
            /**
             * @default token
             * @enum {string}
             */
            session?: "token" | "cookie";
            signature: string;
        };
        /** WalletNonce */
        WalletNonce: {
            /**
             * @default en
             * @enum {string}
             */
            language?: "en" | "de";
            /**
             * @default login
             * @enum {string}
             */
            purpose?: "login" | "link" | "password";
            walletAddress: string;
        };
        /**
         * Which
         * @description Which attempts of a student the statistics count.
         * @default first
         * @enum {string}
         */
        Which: "first" | "last" | "highest" | "all";
        /**
         * Why
         * @description What is wrong with a row, or with one cell of it.
         * @enum {string}
         */
        Why: "noStudent" | "ambiguous" | "twice" | "noNumber" | "formula" | "tooMuch";
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type AcceptAlsoInput = components['schemas']['AcceptAlsoInput'];
export type Accepted = components['schemas']['Accepted'];
export type AcceptedNumber = components['schemas']['AcceptedNumber'];
export type AcceptedNumberInput = components['schemas']['AcceptedNumberInput'];
export type AcceptedText = components['schemas']['AcceptedText'];
export type AcceptedTextInput = components['schemas']['AcceptedTextInput'];
export type AccommodationInput = components['schemas']['AccommodationInput'];
export type AccommodationList = components['schemas']['AccommodationList'];
export type AccommodationView = components['schemas']['AccommodationView'];
export type AchievementList = components['schemas']['AchievementList'];
export type AchievementTold = components['schemas']['AchievementTold'];
export type AchievementView = components['schemas']['AchievementView'];
export type AddPassword = components['schemas']['AddPassword'];
export type AnchorState = components['schemas']['AnchorState'];
export type AnchorView = components['schemas']['AnchorView'];
export type AnswerFeedback = components['schemas']['AnswerFeedback'];
export type AnswerSaved = components['schemas']['AnswerSaved'];
export type AnswerView = components['schemas']['AnswerView'];
export type ApplyImport = components['schemas']['ApplyImport'];
export type ApplyRegrade = components['schemas']['ApplyRegrade'];
export type ArrangeMaterials = components['schemas']['ArrangeMaterials'];
export type AskConfirmation = components['schemas']['AskConfirmation'];
export type AskTutor = components['schemas']['AskTutor'];
export type Aspect = components['schemas']['Aspect'];
export type AttemptResult = components['schemas']['AttemptResult'];
export type AttemptState = components['schemas']['AttemptState'];
export type AttemptView = components['schemas']['AttemptView'];
export type AttendanceCounts = components['schemas']['AttendanceCounts'];
export type AttendanceStatus = components['schemas']['AttendanceStatus'];
export type AvatarActed = components['schemas']['AvatarActed'];
export type AvatarAction = components['schemas']['AvatarAction'];
export type AvatarData = components['schemas']['AvatarData'];
export type AvatarMove = components['schemas']['AvatarMove'];
export type AvatarMoved = components['schemas']['AvatarMoved'];
export type AvatarsMoved = components['schemas']['AvatarsMoved'];
export type Band = components['schemas']['Band'];
export type BandFields = components['schemas']['BandFields'];
export type BankExport = components['schemas']['BankExport'];
export type BankImportReport = components['schemas']['BankImportReport'];
export type BankItemView = components['schemas']['BankItemView'];
export type BankList = components['schemas']['BankList'];
export type BankPickInput = components['schemas']['BankPickInput'];
export type BankRef = components['schemas']['BankRef'];
export type BankRevision = components['schemas']['BankRevision'];
export type BankTags = components['schemas']['BankTags'];
export type BanList = components['schemas']['BanList'];
export type BannedView = components['schemas']['BannedView'];
export type BestResult = components['schemas']['BestResult'];
export type BoardRowView = components['schemas']['BoardRowView'];
export type BookSetUp = components['schemas']['BookSetUp'];
export type BookView = components['schemas']['BookView'];
export type CalendarAddress = components['schemas']['CalendarAddress'];
export type CalendarState = components['schemas']['CalendarState'];
export type CampusView = components['schemas']['CampusView'];
export type Category = components['schemas']['Category'];
export type CategoryFields = components['schemas']['CategoryFields'];
export type CategoryPart = components['schemas']['CategoryPart'];
export type CellView = components['schemas']['CellView'];
export type CertificateList = components['schemas']['CertificateList'];
export type CertificateState = components['schemas']['CertificateState'];
export type CertificateView = components['schemas']['CertificateView'];
export type ChangeBankItem = components['schemas']['ChangeBankItem'];
export type ChangeOccurrence = components['schemas']['ChangeOccurrence'];
export type ChangeTutorPolicy = components['schemas']['ChangeTutorPolicy'];
export type ChangeView = components['schemas']['ChangeView'];
export type ChatDelete = components['schemas']['ChatDelete'];
export type ChatDeleted = components['schemas']['ChatDeleted'];
export type ChatMessage = components['schemas']['ChatMessage'];
export type ChatPage = components['schemas']['ChatPage'];
export type ChatSaid = components['schemas']['ChatSaid'];
export type ChatSay = components['schemas']['ChatSay'];
export type ChatTyping = components['schemas']['ChatTyping'];
export type CheckedView = components['schemas']['CheckedView'];
export type CheckOut = components['schemas']['CheckOut'];
export type Choice = components['schemas']['Choice'];
export type ChooseBoard = components['schemas']['ChooseBoard'];
export type CitationView = components['schemas']['CitationView'];
export type ClassLimitView = components['schemas']['ClassLimitView'];
export type ClassOverview = components['schemas']['ClassOverview'];
export type ClassroomClosed = components['schemas']['ClassroomClosed'];
export type ClassroomEnter = components['schemas']['ClassroomEnter'];
export type ClassroomEntered = components['schemas']['ClassroomEntered'];
export type ClassroomLeave = components['schemas']['ClassroomLeave'];
export type ClassroomList = components['schemas']['ClassroomList'];
export type ClassroomView = components['schemas']['ClassroomView'];
export type ClassSessionView = components['schemas']['ClassSessionView'];
export type ClassStats = components['schemas']['ClassStats'];
export type ClassTally = components['schemas']['ClassTally'];
export type Cloze = components['schemas']['Cloze'];
export type ClozeInput = components['schemas']['ClozeInput'];
export type ClozeView = components['schemas']['ClozeView'];
export type Column = components['schemas']['Column'];
export type ColumnFields = components['schemas']['ColumnFields'];
export type Concern = components['schemas']['Concern'];
export type ConcernReason = components['schemas']['ConcernReason'];
export type ConfirmEmail = components['schemas']['ConfirmEmail'];
export type Counted = components['schemas']['Counted'];
export type Counting = components['schemas']['Counting'];
export type CreateBankItem = components['schemas']['CreateBankItem'];
export type CreateClassroom = components['schemas']['CreateClassroom'];
export type CreateQuiz = components['schemas']['CreateQuiz'];
export type Criterion = components['schemas']['Criterion'];
export type CriterionInput = components['schemas']['CriterionInput'];
export type DashboardView = components['schemas']['DashboardView'];
export type DayCount = components['schemas']['DayCount'];
export type DecideExcuse = components['schemas']['DecideExcuse'];
export type Decision = components['schemas']['Decision'];
export type DemoAccount = components['schemas']['DemoAccount'];
export type DraftItemView = components['schemas']['DraftItemView'];
export type DraftOptionView = components['schemas']['DraftOptionView'];
export type DraftSource = components['schemas']['DraftSource'];
export type DrawInput = components['schemas']['DrawInput'];
export type DrawView = components['schemas']['DrawView'];
export type DropInput = components['schemas']['DropInput'];
export type Earned = components['schemas']['Earned'];
export type Essay = components['schemas']['Essay'];
export type EssayInput = components['schemas']['EssayInput'];
export type EssayView = components['schemas']['EssayView'];
export type ExcuseState = components['schemas']['ExcuseState'];
export type ExcuseView = components['schemas']['ExcuseView'];
export type FileLink = components['schemas']['FileLink'];
export type Finding = components['schemas']['Finding'];
export type Flag = components['schemas']['Flag'];
export type ForgotPassword = components['schemas']['ForgotPassword'];
export type FullCreditInput = components['schemas']['FullCreditInput'];
export type GapChoice = components['schemas']['GapChoice'];
export type GapChoiceInput = components['schemas']['GapChoiceInput'];
export type GapNumber = components['schemas']['GapNumber'];
export type GapNumberInput = components['schemas']['GapNumberInput'];
export type GapText = components['schemas']['GapText'];
export type GapTextInput = components['schemas']['GapTextInput'];
export type GapView = components['schemas']['GapView'];
export type GateInput = components['schemas']['GateInput'];
export type GateView = components['schemas']['GateView'];
export type GenerateQuiz = components['schemas']['GenerateQuiz'];
export type GiveNotice = components['schemas']['GiveNotice'];
export type GradebookPage = components['schemas']['GradebookPage'];
export type GradedQuestion = components['schemas']['GradedQuestion'];
export type GradeMethod = components['schemas']['GradeMethod'];
export type GradeRow = components['schemas']['GradeRow'];
export type GradeView = components['schemas']['GradeView'];
export type GradingQueues = components['schemas']['GradingQueues'];
export type GradingTaskView = components['schemas']['GradingTaskView'];
export type HandRaise = components['schemas']['HandRaise'];
export type HandRaised = components['schemas']['HandRaised'];
export type Health = components['schemas']['Health'];
export type HistoryEntry = components['schemas']['HistoryEntry'];
export type IceServer = components['schemas']['IceServer'];
export type ImportChange = components['schemas']['ImportChange'];
export type ImportFile = components['schemas']['ImportFile'];
export type ImportPlan = components['schemas']['ImportPlan'];
export type InclusionView = components['schemas']['InclusionView'];
export type IssueCertificate = components['schemas']['IssueCertificate'];
export type Item = components['schemas']['Item'];
export type ItemStatistics = components['schemas']['ItemStatistics'];
export type ItemView = components['schemas']['ItemView'];
export type JobList = components['schemas']['JobList'];
export type JobState = components['schemas']['JobState'];
export type JobView = components['schemas']['JobView'];
export type JoinClassroom = components['schemas']['JoinClassroom'];
export type JoinCode = components['schemas']['JoinCode'];
export type JudgeAnswer = components['schemas']['JudgeAnswer'];
export type JudgementView = components['schemas']['JudgementView'];
export type LeaderboardView = components['schemas']['LeaderboardView'];
export type Level = components['schemas']['Level'];
export type LevelInput = components['schemas']['LevelInput'];
export type Line = components['schemas']['Line'];
export type LivePoll = components['schemas']['LivePoll'];
export type LivePresentation = components['schemas']['LivePresentation'];
export type LiveQuiz = components['schemas']['LiveQuiz'];
export type LiveState = components['schemas']['LiveState'];
export type LobbyAdmitted = components['schemas']['LobbyAdmitted'];
export type LobbyLeft = components['schemas']['LobbyLeft'];
export type LobbyRefused = components['schemas']['LobbyRefused'];
export type Login = components['schemas']['Login'];
export type MarkAnswers = components['schemas']['MarkAnswers'];
export type MarkAttendance = components['schemas']['MarkAttendance'];
export type MarkHistory = components['schemas']['MarkHistory'];
export type MarkView = components['schemas']['MarkView'];
export type Matching = components['schemas']['Matching'];
export type MatchingInput = components['schemas']['MatchingInput'];
export type MatchingView = components['schemas']['MatchingView'];
export type MaterialList = components['schemas']['MaterialList'];
export type MaterialPageList = components['schemas']['MaterialPageList'];
export type MaterialPageView = components['schemas']['MaterialPageView'];
export type MaterialsModelKindsKind = components['schemas']['materials_model_kinds_Kind'];
export type MaterialSlides = components['schemas']['MaterialSlides'];
export type MaterialView = components['schemas']['MaterialView'];
export type MeetingView = components['schemas']['MeetingView'];
export type Member = components['schemas']['Member'];
export type MemberList = components['schemas']['MemberList'];
export type MemberView = components['schemas']['MemberView'];
export type MintClassroom = components['schemas']['MintClassroom'];
export type Multiple = components['schemas']['Multiple'];
export type MultipleInput = components['schemas']['MultipleInput'];
export type MultipleView = components['schemas']['MultipleView'];
export type MyGrades = components['schemas']['MyGrades'];
export type MyStats = components['schemas']['MyStats'];
export type NextAnswer = components['schemas']['NextAnswer'];
export type NextMeetings = components['schemas']['NextMeetings'];
export type NextTask = components['schemas']['NextTask'];
export type NoFields = components['schemas']['NoFields'];
export type NoticeGiven = components['schemas']['NoticeGiven'];
export type NotificationList = components['schemas']['NotificationList'];
export type NotificationPreferences = components['schemas']['NotificationPreferences'];
export type NotificationReceived = components['schemas']['NotificationReceived'];
export type NotificationSend = components['schemas']['NotificationSend'];
export type NotificationView = components['schemas']['NotificationView'];
export type Numeric = components['schemas']['Numeric'];
export type NumericInput = components['schemas']['NumericInput'];
export type NumericView = components['schemas']['NumericView'];
export type OccurrenceView = components['schemas']['OccurrenceView'];
export type OfAgeView = components['schemas']['OfAgeView'];
export type OnChain = components['schemas']['OnChain'];
export type OpenedClassroom = components['schemas']['OpenedClassroom'];
export type Openness = components['schemas']['Openness'];
export type OpenSession = components['schemas']['OpenSession'];
export type Option = components['schemas']['Option'];
export type OptionInput = components['schemas']['OptionInput'];
export type OptionView = components['schemas']['OptionView'];
export type Ordering = components['schemas']['Ordering'];
export type OrderingInput = components['schemas']['OrderingInput'];
export type OrderingStrategy = components['schemas']['OrderingStrategy'];
export type OrderingView = components['schemas']['OrderingView'];
export type OwnerView = components['schemas']['OwnerView'];
export type OwnRewards = components['schemas']['OwnRewards'];
export type Pair = components['schemas']['Pair'];
export type PairInput = components['schemas']['PairInput'];
export type PartView = components['schemas']['PartView'];
export type PasswordChange = components['schemas']['PasswordChange'];
export type PolicyInput = components['schemas']['PolicyInput'];
export type PolicyView = components['schemas']['PolicyView'];
export type PollCounted = components['schemas']['PollCounted'];
export type PollOpen = components['schemas']['PollOpen'];
export type PollVote = components['schemas']['PollVote'];
export type PreferNotifications = components['schemas']['PreferNotifications'];
export type PresentationStart = components['schemas']['PresentationStart'];
export type PresentationStopped = components['schemas']['PresentationStopped'];
export type PreviewRegrade = components['schemas']['PreviewRegrade'];
export type ProfileUpdate = components['schemas']['ProfileUpdate'];
export type PutMeeting = components['schemas']['PutMeeting'];
export type QueueView = components['schemas']['QueueView'];
export type QuizClosed = components['schemas']['QuizClosed'];
export type QuizDeadlineMoved = components['schemas']['QuizDeadlineMoved'];
export type QuizDraftList = components['schemas']['QuizDraftList'];
export type QuizDraftView = components['schemas']['QuizDraftView'];
export type QuizGradedTold = components['schemas']['QuizGradedTold'];
export type QuizList = components['schemas']['QuizList'];
export type QuizOpenedTold = components['schemas']['QuizOpenedTold'];
export type QuizOutcome = components['schemas']['QuizOutcome'];
export type QuizPreview = components['schemas']['QuizPreview'];
export type QuizProgress = components['schemas']['QuizProgress'];
export type QuizProgressed = components['schemas']['QuizProgressed'];
export type QuizRef = components['schemas']['QuizRef'];
export type QuizResults = components['schemas']['QuizResults'];
export type QuizState = components['schemas']['QuizState'];
export type QuizStatisticsView = components['schemas']['QuizStatisticsView'];
export type QuizView = components['schemas']['QuizView'];
export type RaisedHand = components['schemas']['RaisedHand'];
export type ReactionSend = components['schemas']['ReactionSend'];
export type ReactionShown = components['schemas']['ReactionShown'];
export type ReadAll = components['schemas']['ReadAll'];
export type Reading = components['schemas']['Reading'];
export type ReadQuestion = components['schemas']['ReadQuestion'];
export type RecordList = components['schemas']['RecordList'];
export type RecordView = components['schemas']['RecordView'];
export type Refresh = components['schemas']['Refresh'];
export type Refused = components['schemas']['Refused'];
export type Register = components['schemas']['Register'];
export type RegradeOutcome = components['schemas']['RegradeOutcome'];
export type RegradeView = components['schemas']['RegradeView'];
export type RekeyInput = components['schemas']['RekeyInput'];
export type ReleaseMaterial = components['schemas']['ReleaseMaterial'];
export type Remark = components['schemas']['Remark'];
export type RemarkInput = components['schemas']['RemarkInput'];
export type ResetPassword = components['schemas']['ResetPassword'];
export type ResultRow = components['schemas']['ResultRow'];
export type ReviewPolicy = components['schemas']['ReviewPolicy'];
export type ReviewPolicyInput = components['schemas']['ReviewPolicyInput'];
export type ReviewView = components['schemas']['ReviewView'];
export type RevokeCertificate = components['schemas']['RevokeCertificate'];
export type Role = components['schemas']['Role'];
export type RoomRules = components['schemas']['RoomRules'];
export type Rung = components['schemas']['Rung'];
export type SaveAnswer = components['schemas']['SaveAnswer'];
export type SayOfAge = components['schemas']['SayOfAge'];
export type ScheduleView = components['schemas']['ScheduleView'];
export type SendExcuse = components['schemas']['SendExcuse'];
export type SessionKind = components['schemas']['SessionKind'];
export type SessionList = components['schemas']['SessionList'];
export type SessionReport = components['schemas']['SessionReport'];
export type SessionState = components['schemas']['SessionState'];
export type SessionView = components['schemas']['SessionView'];
export type SetClassLimit = components['schemas']['SetClassLimit'];
export type SetMark = components['schemas']['SetMark'];
export type SetStatus = components['schemas']['SetStatus'];
export type SfuAccess = components['schemas']['SfuAccess'];
export type ShortAnswer = components['schemas']['ShortAnswer'];
export type ShortAnswerInput = components['schemas']['ShortAnswerInput'];
export type ShortAnswerView = components['schemas']['ShortAnswerView'];
export type Single = components['schemas']['Single'];
export type SingleInput = components['schemas']['SingleInput'];
export type SingleView = components['schemas']['SingleView'];
export type Slide = components['schemas']['Slide'];
export type SlideChange = components['schemas']['SlideChange'];
export type SlideChanged = components['schemas']['SlideChanged'];
export type SpanView = components['schemas']['SpanView'];
export type SpendingView = components['schemas']['SpendingView'];
export type SpotlightSet = components['schemas']['SpotlightSet'];
export type Standing = components['schemas']['Standing'];
export type StartQuiz = components['schemas']['StartQuiz'];
export type State = components['schemas']['State'];
export type Status = components['schemas']['Status'];
export type StudentProgress = components['schemas']['StudentProgress'];
export type StudentRow = components['schemas']['StudentRow'];
export type StudentsEnrolledShown = components['schemas']['StudentsEnrolledShown'];
export type StudentStatsView = components['schemas']['StudentStatsView'];
export type StudyPassage = components['schemas']['StudyPassage'];
export type StudySuggestionList = components['schemas']['StudySuggestionList'];
export type StudySuggestionView = components['schemas']['StudySuggestionView'];
export type SubmitQuiz = components['schemas']['SubmitQuiz'];
export type SuggestStudy = components['schemas']['SuggestStudy'];
export type Switch = components['schemas']['Switch'];
export type Tally = components['schemas']['Tally'];
export type TeacherNotice = components['schemas']['TeacherNotice'];
export type TokenView = components['schemas']['TokenView'];
export type Tolerance = components['schemas']['Tolerance'];
export type Total = components['schemas']['Total'];
export type TrueFalse = components['schemas']['TrueFalse'];
export type TrueFalseInput = components['schemas']['TrueFalseInput'];
export type TrueFalseView = components['schemas']['TrueFalseView'];
export type TutorModelInteractionKind = components['schemas']['tutor_model_interaction_Kind'];
export type TutorAnswer = components['schemas']['TutorAnswer'];
export type TutorHistory = components['schemas']['TutorHistory'];
export type TutorPolicyView = components['schemas']['TutorPolicyView'];
export type TutorStats = components['schemas']['TutorStats'];
export type TutorStatus = components['schemas']['TutorStatus'];
export type Typing = components['schemas']['Typing'];
export type Unit = components['schemas']['Unit'];
export type UnitInput = components['schemas']['UnitInput'];
export type Unmatched = components['schemas']['Unmatched'];
export type UnreadChanged = components['schemas']['UnreadChanged'];
export type UnreadCount = components['schemas']['UnreadCount'];
export type UpdateClassroom = components['schemas']['UpdateClassroom'];
export type UpdateMaterial = components['schemas']['UpdateMaterial'];
export type UpdateQuiz = components['schemas']['UpdateQuiz'];
export type UpdateToken = components['schemas']['UpdateToken'];
export type UserJoined = components['schemas']['UserJoined'];
export type UserLeft = components['schemas']['UserLeft'];
export type UserProgress = components['schemas']['UserProgress'];
export type UserRef = components['schemas']['UserRef'];
export type UserView = components['schemas']['UserView'];
export type Verdict = components['schemas']['Verdict'];
export type VersionView = components['schemas']['VersionView'];
export type Visibility = components['schemas']['Visibility'];
export type VoiceAnswered = components['schemas']['VoiceAnswered'];
export type VoiceCandidate = components['schemas']['VoiceCandidate'];
export type VoiceDescription = components['schemas']['VoiceDescription'];
export type VoiceJoined = components['schemas']['VoiceJoined'];
export type VoiceLeft = components['schemas']['VoiceLeft'];
export type VoiceModeChanged = components['schemas']['VoiceModeChanged'];
export type VoiceMute = components['schemas']['VoiceMute'];
export type VoiceMuted = components['schemas']['VoiceMuted'];
export type VoiceOffered = components['schemas']['VoiceOffered'];
export type VoicePeer = components['schemas']['VoicePeer'];
export type VoiceRouteFound = components['schemas']['VoiceRouteFound'];
export type WaitingPerson = components['schemas']['WaitingPerson'];
export type WalletChallenge = components['schemas']['WalletChallenge'];
export type WalletLink = components['schemas']['WalletLink'];
export type WalletLogin = components['schemas']['WalletLogin'];
export type WalletNonce = components['schemas']['WalletNonce'];
export type Which = components['schemas']['Which'];
export type Why = components['schemas']['Why'];
export type $defs = Record<string, never>;
export interface operations {
    WellKnownDidJsonDid: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    ApiAchievementsFind: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AchievementList"];
                };
            };
        };
    };
    ApiAdminJobsListJobs: {
        parameters: {
            query?: {
                after?: string | null;
                limit?: number;
                state?: components["schemas"]["JobState"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobList"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAdminJobsJobIdRetryRetryJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAiTutorAsk: {
        parameters: {
            query?: never;
            header?: {
                Accept?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskTutor"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TutorAnswer"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAiTutorAnswerIdRead: {
        parameters: {
            query?: never;
            header?: {
                Accept?: string | null;
                "Last-Event-ID"?: string | null;
            };
            path: {
                answer_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TutorAnswer"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAiTutorAnswerIdCancelCancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                answer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TutorAnswer"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAiTutorAnswerIdFeedbackJudge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                answer_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerFeedback"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TutorAnswer"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAiTutorDraftsDrafts: {
        parameters: {
            query: {
                classroomId: string;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizDraftList"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAiTutorDraftsDraftIdDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizDraftView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAiTutorDraftsDraftIdItemsNumberApproveApprove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizDraftView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAiTutorDraftsDraftIdItemsNumberRejectReject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draft_id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizDraftView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAiTutorGenerateQuizGenerate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GenerateQuiz"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizDraftView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAiTutorHistoryHistory: {
        parameters: {
            query?: {
                classroomId?: string | null;
                conversationId?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TutorHistory"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAiTutorPolicyDecide: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeTutorPolicy"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TutorPolicyView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAiTutorStatsStats: {
        parameters: {
            query: {
                classroomId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TutorStats"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAiTutorStatusStatus: {
        parameters: {
            query: {
                classroomId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TutorStatus"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAiTutorStudySuggestionsSuggest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuggestStudy"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StudySuggestionList"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAnalyticsDashboardDashboard: {
        parameters: {
            query?: {
                classroomId?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DashboardView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAnalyticsLeaderboardLeaderboard: {
        parameters: {
            query: {
                classroomId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeaderboardView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAnalyticsLeaderboardChoiceChoose: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseBoard"];
            };
        };
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAnalyticsLeaderboardPeopleUserIdSayOfAge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SayOfAge"];
            };
        };
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAttendanceRecordIdCheckoutCheckOut: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                record_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckOut"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAttendanceRecordIdStatusSetStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                record_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetStatus"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAttendanceExcusesSendExcuse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendExcuse"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAttendanceExcusesClassroomIdExcuses: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordList"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAttendanceExcusesRecordIdDecide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                record_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideExcuse"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAttendanceExportClassroomIdExportClass: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
            };
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAttendanceHistoryClassroomIdHistory: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                userId?: string | null;
            };
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordList"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAttendanceMarkMark: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkAttendance"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAttendanceMyStatsMyStats: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyStats"];
                };
            };
        };
    };
    ApiAttendancePolicyClassroomIdPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAttendancePolicyClassroomIdSetPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyInput"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAttendanceSessionsSessions: {
        parameters: {
            query: {
                classroomId: string;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAttendanceSessionsOpen: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenSession"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassSessionView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAttendanceSessionsSessionIdCloseClose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassSessionView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAttendanceSessionsSessionIdCountCount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassSessionView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAttendanceSessionsSessionIdExportExportSession: {
        parameters: {
            query?: {
                format?: "csv" | "xlsx";
            };
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAttendanceSessionsSessionIdReportReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionReport"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAttendanceSessionsSessionIdVoidVoid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassSessionView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAttendanceStatsClassroomIdStats: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassStats"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAuthEmailAddPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddPassword"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAuthEmailVerificationAskVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskConfirmation"];
            };
        };
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAuthEmailVerifyVerifyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmEmail"];
            };
        };
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAuthLinkWalletLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WalletLink"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAuthLinkWalletUnlink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
        };
    };
    ApiAuthLoginLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAuthLogoutLogout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refresh"];
            };
        };
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": null;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAuthMeMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
        };
    };
    ApiAuthPasswordChangePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAuthPasswordForgotForgot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgotPassword"];
            };
        };
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAuthPasswordResetReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPassword"];
            };
        };
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAuthProfileUpdateProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileUpdate"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAuthRefreshRefresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refresh"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAuthRegisterRegister: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Register"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAuthWalletLoginLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WalletLogin"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiAuthWalletNonceNonce: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WalletNonce"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletChallenge"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiCalendarState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarState"];
                };
            };
        };
    };
    ApiCalendarRotate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarAddress"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiCalendarDrop: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ApiCalendarFileRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiCampusRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampusView"];
                };
            };
        };
    };
    ApiCertificatesFind: {
        parameters: {
            query?: {
                classroomId?: string | null;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateList"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiCertificatesCertificateIdRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                certificate_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiCertificatesCertificateIdPdfPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                certificate_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiCertificatesCertificateIdPngPng: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                certificate_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiCertificatesCertificateIdReissueReissue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                certificate_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueCertificate"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiCertificatesCertificateIdRevokeRevoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                certificate_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeCertificate"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiCertificatesCertificateIdWithdrawWithdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                certificate_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiClassroomsFind: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                mine?: "all" | "teaching" | "enrolled";
                search?: string | null;
                status?: components["schemas"]["Status"];
                subject?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassroomList"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiClassroomsClassroomIdRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassroomView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiClassroomsClassroomIdUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateClassroom"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassroomView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiClassroomsClassroomIdArchiveArchive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassroomView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiClassroomsClassroomIdBansBans: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BanList"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiClassroomsClassroomIdBansUserIdBan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiClassroomsClassroomIdBansUserIdUnban: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiClassroomsClassroomIdChatRead: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatPage"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiClassroomsClassroomIdJoinJoin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinClassroom"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassroomView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiClassroomsClassroomIdJoinCodeRotateCode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JoinCode"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiClassroomsClassroomIdLeaveLeave: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassroomView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiClassroomsClassroomIdMembersMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiClassroomsClassroomIdMintMint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MintClassroom"];
            };
        };
        responses: {
            /** @description Request accepted, processing continues off-line */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassroomView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiClassroomsClassroomIdScheduleRead: {
        parameters: {
            query?: {
                days?: number;
                from?: string | null;
            };
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiClassroomsClassroomIdSchedulePlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutMeeting"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiClassroomsClassroomIdScheduleMeetingIdUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
                meeting_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutMeeting"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiClassroomsClassroomIdScheduleMeetingIdRemove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
                meeting_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiClassroomsClassroomIdScheduleMeetingIdDaysOnChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
                meeting_id: string;
                on: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeOccurrence"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiClassroomsClassroomIdScheduleMeetingIdDaysOnRestore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
                meeting_id: string;
                on: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiClassroomsClassroomIdTokenUpdateToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateToken"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassroomView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiClassroomsClassroomIdTokenMetadataMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiClassroomsCreateCreate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateClassroom"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedClassroom"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiCredentialsCertificateIdDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                certificate_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiCredentialsCertificateIdAnchorAnchor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                certificate_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnchorView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiCredentialsCheckCheck: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiCredentialsStatusNumberStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiDocsHandler: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    ApiDocsPathHandleSchemaPathNotFound: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                path: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiDocsOpenapiJsonHandler: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.oai.openapi+json": string;
                };
            };
        };
    };
    ApiFilesTokenNameOpen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stream Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiGradebookClassroomIdRead: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GradebookPage"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiGradebookClassroomIdSetUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookSetUp"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiGradebookClassroomIdExportExport: {
        parameters: {
            query?: {
                kind?: "csv" | "xlsx";
            };
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiGradebookClassroomIdImportTakeOver: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyImport"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPlan"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiGradebookClassroomIdImportPreviewPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportFile"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPlan"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiGradebookClassroomIdMarksUserIdColumnIdHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
                column_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkHistory"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiGradebookClassroomIdMarksUserIdColumnIdGive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
                column_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetMark"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GradeRow"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiGradebookClassroomIdMineMine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyGrades"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMaterialsOfClassroom: {
        parameters: {
            query: {
                classroomId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaterialList"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMaterialsAdd: {
        parameters: {
            query: {
                classroomId: string;
                name?: string;
                title?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaterialView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMaterialsMaterialIdRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                material_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaterialView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMaterialsMaterialIdUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                material_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMaterial"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaterialView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMaterialsMaterialIdRemove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                material_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMaterialsMaterialIdFileFile: {
        parameters: {
            query?: {
                version?: number | null;
            };
            header?: never;
            path: {
                material_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stream Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMaterialsMaterialIdLinkLink: {
        parameters: {
            query?: {
                version?: number | null;
            };
            header?: never;
            path: {
                material_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileLink"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMaterialsMaterialIdPagesPages: {
        parameters: {
            query?: {
                version?: number | null;
            };
            header?: never;
            path: {
                material_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaterialPageList"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMaterialsMaterialIdReleaseRelease: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                material_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseMaterial"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaterialView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMaterialsMaterialIdSlidesSlides: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                material_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaterialSlides"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMaterialsMaterialIdVersionsAddVersion: {
        parameters: {
            query?: {
                name?: string;
            };
            header?: never;
            path: {
                material_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaterialView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMaterialsMaterialIdWithholdWithhold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                material_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaterialView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiMaterialsOrderArrange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArrangeMaterials"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaterialList"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiNotificationsFind: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationList"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiNotificationsNotificationIdReadRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                notification_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadCount"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiNotificationsNoticesGiveNotice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveNotice"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeGiven"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiNotificationsPreferencesPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferences"];
                };
            };
        };
    };
    ApiNotificationsPreferencesPrefer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreferNotifications"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferences"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiNotificationsReadAllReadAll: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadAll"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadCount"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiNotificationsUnreadUnread: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadCount"];
                };
            };
        };
    };
    ApiQuizOfClassroom: {
        parameters: {
            query: {
                classroomId: string;
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizList"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizQuizIdRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quiz_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizQuizIdChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quiz_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateQuiz"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizQuizIdRemove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quiz_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizQuizIdAccommodationsAccommodations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quiz_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccommodationList"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizQuizIdAccommodationsUserIdAccommodate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quiz_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccommodationInput"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccommodationView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizQuizIdAccommodationsUserIdLift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quiz_id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, nothing follows */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizQuizIdAnswersQuestionIdSaveAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                question_id: string;
                quiz_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveAnswer"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerSaved"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizQuizIdAttemptOpenAttempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quiz_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizQuizIdAttemptsAttemptIdAttempt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt_id: string;
                quiz_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptResult"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizQuizIdAttemptsAttemptIdMarksMark: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt_id: string;
                quiz_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkAnswers"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptResult"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizQuizIdCertificateIssue: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quiz_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueCertificate"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizQuizIdCloseClose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quiz_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizQuizIdGradingQueues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quiz_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GradingQueues"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizQuizIdGradingAttemptIdQuestionIdRead: {
        parameters: {
            query?: {
                reveal?: boolean;
            };
            header?: never;
            path: {
                attempt_id: string;
                question_id: string;
                quiz_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GradingTaskView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizQuizIdGradingAttemptIdQuestionIdJudge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                attempt_id: string;
                question_id: string;
                quiz_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JudgeAnswer"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GradingTaskView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizQuizIdGradingNextNext: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quiz_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NextAnswer"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextTask"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizQuizIdMyBestMyBest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quiz_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GradeView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizQuizIdOpenOpen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quiz_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizQuizIdPreviewPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quiz_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizPreview"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizQuizIdRegradeRegrade: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quiz_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplyRegrade"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegradeView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizQuizIdRegradePreviewPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quiz_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewRegrade"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegradeView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizQuizIdResultsResults: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path: {
                quiz_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizResults"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizQuizIdStartStart: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path: {
                quiz_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartQuiz"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizQuizIdStatisticsStatistics: {
        parameters: {
            query?: {
                /** @description Which attempts of a student the statistics count. */
                of?: components["schemas"]["Which"];
            };
            header?: never;
            path: {
                quiz_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizStatisticsView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizQuizIdSubmitSubmit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quiz_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitQuiz"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptResult"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizBankFind: {
        parameters: {
            query: {
                archived?: boolean;
                classroomId: string;
                cursor?: string | null;
                limit?: number;
                search?: string | null;
                tag?: string[] | null;
                type?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankList"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizBankAdd: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateBankItem"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankItemView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizBankItemIdRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankItemView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizBankItemIdChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeBankItem"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankItemView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizBankItemIdArchiveArchive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankItemView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizBankItemIdRestoreRestore: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankItemView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizBankItemIdRevisionsRevision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
                revision: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankRevision"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizBankExportExport: {
        parameters: {
            query: {
                classroomId: string;
                format: "gift" | "aiken" | "csv" | "moodleXml";
                tag?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankExport"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizBankImportBringIn: {
        parameters: {
            query: {
                classroomId: string;
                dryRun?: boolean;
                format: "gift" | "aiken" | "csv" | "moodleXml";
            };
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankImportReport"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizBankTagsAllTags: {
        parameters: {
            query: {
                classroomId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankTags"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiQuizCreateCreate: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateQuiz"];
            };
        };
        responses: {
            /** @description Document created, URL follows */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuizView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiRewardsClassroomsClassroomIdLimitLimit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassLimitView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiRewardsClassroomsClassroomIdLimitSetLimit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                classroom_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetClassLimit"];
            };
        };
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassLimitView"];
                };
            };
            /** @description Bad request syntax or unsupported method */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        detail: string;
                        extra?: null | {
                            [key: string]: unknown;
                        } | unknown[];
                        status_code: number;
                    };
                };
            };
        };
    };
    ApiRewardsMeMine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnRewards"];
                };
            };
        };
    };
    ApiScheduleNextNextMeetings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextMeetings"];
                };
            };
        };
    };
    HealthLiveLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    HealthReadyReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    VerifyOfflineHtmlOffline: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request fulfilled, document follows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
}
