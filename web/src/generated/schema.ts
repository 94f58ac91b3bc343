// Made from the server by `uv run python -m scripts.web types`. Not to be edited.

export interface paths {
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
         * @description Take a seat. A private classroom wants its code.
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
         * @description One quiz, without its questions.
         */
        get: operations["ApiQuizQuizIdRead"];
        put?: never;
        post?: never;
        delete?: never;
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
         * @description Write a quiz for a classroom you teach. Nobody sees it until it is opened.
         */
        post: operations["ApiQuizCreateCreate"];
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
        /** AcceptedTextInput */
        AcceptedTextInput: {
            feedback?: string | null;
            text: string;
            /** @default 1 */
            weight?: number;
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
        /** AttemptResult */
        AttemptResult: {
            attemptId: string;
            maxPoints: number;
            number: number;
            passed: boolean;
            points: number;
            quizId: string;
            review: components["schemas"]["ReviewView"][];
            score: number;
            /** Format: date-time */
            submittedAt: string;
            /** @enum {string} */
            submittedBy: "student" | "clock";
            tokensEarned: number;
        };
        /**
         * AttemptState
         * @enum {string}
         */
        AttemptState: "open" | "submitted";
        /** AttemptView */
        AttemptView: {
            answers: {
                [key: string]: components["schemas"]["AnswerView"];
            };
            /** Format: date-time */
            deadline: string;
            id: string;
            number: number;
            questions: (components["schemas"]["SingleView"] | components["schemas"]["MultipleView"] | components["schemas"]["TrueFalseView"] | components["schemas"]["ShortAnswerView"] | components["schemas"]["NumericView"] | components["schemas"]["EssayView"] | components["schemas"]["MatchingView"] | components["schemas"]["OrderingView"] | components["schemas"]["ClozeView"])[];
            quizId: string;
            /** Format: date-time */
            serverTime: string;
            /** Format: date-time */
            startedAt: string;
            state: components["schemas"]["AttemptState"];
            title: string;
        };
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
        /** BanList */
        BanList: {
            items: components["schemas"]["BannedView"][];
        };
        /** BannedView */
        BannedView: {
            name: string;
            userId: string;
        };
        /** CampusView */
        CampusView: {
            demoAccounts: components["schemas"]["DemoAccount"][];
            name: string;
            openEducators: boolean;
            version: string;
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
        /**
         * ClassroomClosed
         * @description You are no longer in the room. Who was kicked may join again, unless the room is locked.
         */
        ClassroomClosed: {
            classroomId: string;
            /** @enum {unknown} */
            reason: "archived" | "banned" | "kicked" | "removed";
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
            id: string;
            nftId: string | null;
            owner: components["schemas"]["OwnerView"];
            presentCount: number;
            standing: components["schemas"]["Standing"];
            status: components["schemas"]["Status"];
            studentCount: number;
            subject: string;
            title: string;
            visibility: components["schemas"]["Visibility"];
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
        /** CreateClassroom */
        CreateClassroom: {
            /** @default 30 */
            capacity?: number;
            /** @default  */
            description?: string;
            /** @default  */
            subject?: string;
            title: string;
            visibility?: components["schemas"]["Visibility"];
        };
        /** CreateQuiz */
        CreateQuiz: {
            classroomId: string;
            /** @default 1 */
            maxAttempts?: number;
            /** @default 0.5 */
            passScore?: number;
            questions: (components["schemas"]["SingleInput"] | components["schemas"]["MultipleInput"] | components["schemas"]["TrueFalseInput"] | components["schemas"]["ShortAnswerInput"] | components["schemas"]["NumericInput"] | components["schemas"]["EssayInput"] | components["schemas"]["MatchingInput"] | components["schemas"]["OrderingInput"] | components["schemas"]["ClozeInput"])[];
            /** @default true */
            shuffle?: boolean;
            /** @default 600 */
            timeLimitSeconds?: number;
            title: string;
            /** @default 10 */
            tokensReward?: number;
        };
        /** CriterionInput */
        CriterionInput: {
            levels: components["schemas"]["LevelInput"][];
            text: string;
        };
        /** DemoAccount */
        DemoAccount: {
            email: string;
            label: string;
            password: string;
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
        /** GapNumberInput */
        GapNumberInput: {
            accepted: components["schemas"]["AcceptedNumberInput"][];
            id: string;
            /** @constant */
            type: "number";
            /** @default 1 */
            weight?: number;
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
        /** LevelInput */
        LevelInput: {
            points: number;
            text: string;
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
            timeLimitSeconds: number;
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
        /**
         * NoFields
         * @default {}
         */
        NoFields: Record<string, never>;
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
        /** OpenedClassroom */
        OpenedClassroom: {
            classroom: components["schemas"]["ClassroomView"];
            joinCode: string | null;
        };
        /** OptionInput */
        OptionInput: {
            /** @default false */
            correct?: boolean;
            feedback?: string | null;
            text: string;
            weight?: number | null;
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
        /** PresentationStart */
        PresentationStart: {
            slides: components["schemas"]["Slide"][];
            title: string;
        };
        /** PresentationStopped */
        PresentationStopped: {
            presentationId: string;
        };
        /** ProfileUpdate */
        ProfileUpdate: {
            avatarData?: components["schemas"]["AvatarData"] | null;
            name?: string | null;
        };
        /** QuizClosed */
        QuizClosed: {
            quizId: string;
        };
        /** QuizList */
        QuizList: {
            items: components["schemas"]["QuizView"][];
            next: string | null;
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
        /** QuizView */
        QuizView: {
            attemptsUsed: number;
            classroomId: string;
            /** Format: date-time */
            createdAt: string;
            id: string;
            maxAttempts: number;
            openedAt: string | null;
            passScore: number;
            questionCount: number;
            shuffle: boolean;
            state: components["schemas"]["QuizState"];
            timeLimitSeconds: number;
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
        /** ResultRow */
        ResultRow: {
            answered: number;
            name: string;
            number: number;
            score: number | null;
            state: components["schemas"]["AttemptState"];
            submittedAt: string | null;
            tokensEarned: number;
            userId: string;
        };
        /** ReviewView */
        ReviewView: {
            explanation: string | null;
            feedback: {
                [key: string]: string;
            };
            fraction: number;
            key: string | boolean | string[] | {
                [key: string]: string;
            } | null;
            question: components["schemas"]["SingleView"] | components["schemas"]["MultipleView"] | components["schemas"]["TrueFalseView"] | components["schemas"]["ShortAnswerView"] | components["schemas"]["NumericView"] | components["schemas"]["EssayView"] | components["schemas"]["MatchingView"] | components["schemas"]["OrderingView"] | components["schemas"]["ClozeView"];
            value: string | boolean | string[] | {
                [key: string]: string;
            } | null;
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
        /** SaveAnswer */
        SaveAnswer: {
            /** @default 0 */
            revision?: number;
            value: string | boolean | string[] | {
                [key: string]: string;
            } | null;
        };
        /** SessionView */
        SessionView: {
            expiresIn: number;
            refreshToken: string | null;
            token: string;
            user: components["schemas"]["UserView"];
        };
        /**
         * SfuAccess
         * @description How to reach the media server; the token opens a connection within ten minutes.
         */
        SfuAccess: {
            token: string;
            url: string;
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
            /** @default null */
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
         * Status
         * @default open
         * @enum {string}
         */
        Status: "open" | "archived";
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
        /** Switch */
        Switch: {
            on: boolean;
        };
        /**
         * Tolerance
         * @description How far from a number an answer may be and still count.
         * @default absolute
         * @enum {string}
         */
        Tolerance: "absolute" | "relative" | "geometric";
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
        /** Typing */
        Typing: {
            typing: boolean;
            userId: string;
        };
        /** UnitInput */
        UnitInput: {
            /** @default 1 */
            factor?: number;
            name: string;
        };
        /** UpdateClassroom */
        UpdateClassroom: {
            capacity?: number | null;
            description?: string | null;
            subject?: string | null;
            title?: string | null;
            visibility?: components["schemas"]["Visibility"] | null;
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
            avatarData: components["schemas"]["AvatarData"];
            /** Format: date-time */
            createdAt: string;
            email: string;
            id: string;
            name: string;
            role: components["schemas"]["Role"];
            tokensEarned: number;
            walletAddress: string | null;
        };
        /**
         * Visibility
         * @default public
         * @enum {string}
         */
        Visibility: "public" | "private";
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Accepted = components['schemas']['Accepted'];
export type AcceptedNumberInput = components['schemas']['AcceptedNumberInput'];
export type AcceptedTextInput = components['schemas']['AcceptedTextInput'];
export type AnswerSaved = components['schemas']['AnswerSaved'];
export type AnswerView = components['schemas']['AnswerView'];
export type AttemptResult = components['schemas']['AttemptResult'];
export type AttemptState = components['schemas']['AttemptState'];
export type AttemptView = components['schemas']['AttemptView'];
export type AvatarActed = components['schemas']['AvatarActed'];
export type AvatarAction = components['schemas']['AvatarAction'];
export type AvatarData = components['schemas']['AvatarData'];
export type AvatarMove = components['schemas']['AvatarMove'];
export type AvatarMoved = components['schemas']['AvatarMoved'];
export type AvatarsMoved = components['schemas']['AvatarsMoved'];
export type BanList = components['schemas']['BanList'];
export type BannedView = components['schemas']['BannedView'];
export type CampusView = components['schemas']['CampusView'];
export type ChatDelete = components['schemas']['ChatDelete'];
export type ChatDeleted = components['schemas']['ChatDeleted'];
export type ChatMessage = components['schemas']['ChatMessage'];
export type ChatPage = components['schemas']['ChatPage'];
export type ChatSaid = components['schemas']['ChatSaid'];
export type ChatSay = components['schemas']['ChatSay'];
export type ChatTyping = components['schemas']['ChatTyping'];
export type ClassroomClosed = components['schemas']['ClassroomClosed'];
export type ClassroomEnter = components['schemas']['ClassroomEnter'];
export type ClassroomEntered = components['schemas']['ClassroomEntered'];
export type ClassroomLeave = components['schemas']['ClassroomLeave'];
export type ClassroomList = components['schemas']['ClassroomList'];
export type ClassroomView = components['schemas']['ClassroomView'];
export type ClozeInput = components['schemas']['ClozeInput'];
export type ClozeView = components['schemas']['ClozeView'];
export type CreateClassroom = components['schemas']['CreateClassroom'];
export type CreateQuiz = components['schemas']['CreateQuiz'];
export type CriterionInput = components['schemas']['CriterionInput'];
export type DemoAccount = components['schemas']['DemoAccount'];
export type EssayInput = components['schemas']['EssayInput'];
export type EssayView = components['schemas']['EssayView'];
export type GapChoiceInput = components['schemas']['GapChoiceInput'];
export type GapNumberInput = components['schemas']['GapNumberInput'];
export type GapTextInput = components['schemas']['GapTextInput'];
export type GapView = components['schemas']['GapView'];
export type HandRaise = components['schemas']['HandRaise'];
export type HandRaised = components['schemas']['HandRaised'];
export type Health = components['schemas']['Health'];
export type JoinClassroom = components['schemas']['JoinClassroom'];
export type JoinCode = components['schemas']['JoinCode'];
export type LevelInput = components['schemas']['LevelInput'];
export type LivePoll = components['schemas']['LivePoll'];
export type LivePresentation = components['schemas']['LivePresentation'];
export type LiveQuiz = components['schemas']['LiveQuiz'];
export type LiveState = components['schemas']['LiveState'];
export type LobbyAdmitted = components['schemas']['LobbyAdmitted'];
export type LobbyLeft = components['schemas']['LobbyLeft'];
export type LobbyRefused = components['schemas']['LobbyRefused'];
export type Login = components['schemas']['Login'];
export type MatchingInput = components['schemas']['MatchingInput'];
export type MatchingView = components['schemas']['MatchingView'];
export type Member = components['schemas']['Member'];
export type MemberList = components['schemas']['MemberList'];
export type MemberView = components['schemas']['MemberView'];
export type MultipleInput = components['schemas']['MultipleInput'];
export type MultipleView = components['schemas']['MultipleView'];
export type NoFields = components['schemas']['NoFields'];
export type NotificationReceived = components['schemas']['NotificationReceived'];
export type NotificationSend = components['schemas']['NotificationSend'];
export type NumericInput = components['schemas']['NumericInput'];
export type NumericView = components['schemas']['NumericView'];
export type OpenedClassroom = components['schemas']['OpenedClassroom'];
export type OptionInput = components['schemas']['OptionInput'];
export type OrderingInput = components['schemas']['OrderingInput'];
export type OrderingStrategy = components['schemas']['OrderingStrategy'];
export type OrderingView = components['schemas']['OrderingView'];
export type OwnerView = components['schemas']['OwnerView'];
export type PairInput = components['schemas']['PairInput'];
export type PartView = components['schemas']['PartView'];
export type PasswordChange = components['schemas']['PasswordChange'];
export type PollCounted = components['schemas']['PollCounted'];
export type PollOpen = components['schemas']['PollOpen'];
export type PollVote = components['schemas']['PollVote'];
export type PresentationStart = components['schemas']['PresentationStart'];
export type PresentationStopped = components['schemas']['PresentationStopped'];
export type ProfileUpdate = components['schemas']['ProfileUpdate'];
export type QuizClosed = components['schemas']['QuizClosed'];
export type QuizList = components['schemas']['QuizList'];
export type QuizProgress = components['schemas']['QuizProgress'];
export type QuizProgressed = components['schemas']['QuizProgressed'];
export type QuizRef = components['schemas']['QuizRef'];
export type QuizResults = components['schemas']['QuizResults'];
export type QuizState = components['schemas']['QuizState'];
export type QuizView = components['schemas']['QuizView'];
export type RaisedHand = components['schemas']['RaisedHand'];
export type ReactionSend = components['schemas']['ReactionSend'];
export type ReactionShown = components['schemas']['ReactionShown'];
export type Refresh = components['schemas']['Refresh'];
export type Refused = components['schemas']['Refused'];
export type Register = components['schemas']['Register'];
export type ResultRow = components['schemas']['ResultRow'];
export type ReviewView = components['schemas']['ReviewView'];
export type Role = components['schemas']['Role'];
export type RoomRules = components['schemas']['RoomRules'];
export type SaveAnswer = components['schemas']['SaveAnswer'];
export type SessionView = components['schemas']['SessionView'];
export type SfuAccess = components['schemas']['SfuAccess'];
export type ShortAnswerInput = components['schemas']['ShortAnswerInput'];
export type ShortAnswerView = components['schemas']['ShortAnswerView'];
export type SingleInput = components['schemas']['SingleInput'];
export type SingleView = components['schemas']['SingleView'];
export type Slide = components['schemas']['Slide'];
export type SlideChange = components['schemas']['SlideChange'];
export type SlideChanged = components['schemas']['SlideChanged'];
export type SpotlightSet = components['schemas']['SpotlightSet'];
export type Standing = components['schemas']['Standing'];
export type Status = components['schemas']['Status'];
export type SubmitQuiz = components['schemas']['SubmitQuiz'];
export type Switch = components['schemas']['Switch'];
export type Tolerance = components['schemas']['Tolerance'];
export type TrueFalseInput = components['schemas']['TrueFalseInput'];
export type TrueFalseView = components['schemas']['TrueFalseView'];
export type Typing = components['schemas']['Typing'];
export type UnitInput = components['schemas']['UnitInput'];
export type UpdateClassroom = components['schemas']['UpdateClassroom'];
export type UserJoined = components['schemas']['UserJoined'];
export type UserLeft = components['schemas']['UserLeft'];
export type UserProgress = components['schemas']['UserProgress'];
export type UserRef = components['schemas']['UserRef'];
export type UserView = components['schemas']['UserView'];
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
export type $defs = Record<string, never>;
export interface operations {
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
                "application/json": components["schemas"]["NoFields"];
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
    ApiQuizCreateCreate: {
        parameters: {
            query?: never;
            header?: never;
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
}
