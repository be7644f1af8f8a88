package dev.assay.challenge.icpc;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Formulas of TeX as a line of text that reads the same: {@code 1 \le n \le 10^{5}} is {@code 1 ≤ n ≤ 10^5}. Statements are shown
 * as Markdown without formulas.
 */
final class MathText {

    private static final Map<String, String> SYMBOLS = symbols();
    private static final Set<String> RELATIONS = Set.of(
            "≤", "≥", "≠", "≈", "≡", "∈", "∉", "⊆", "⊂", "→", "←", "↔", "⇒", "⇔", "×", "·", "÷", "±", "∧", "∨", "⊕",
            "≪", "≫", "mod", "∪", "∩", "∣");
    private static final Set<String> DROPPED = Set.of(
            "left",
            "right",
            "big",
            "Big",
            "bigg",
            "Bigg",
            "bigl",
            "bigr",
            "limits",
            "nolimits",
            "displaystyle",
            "textstyle",
            "mathstrut",
            "!",
            "middle",
            "rm",
            "bf",
            "it",
            "tt");

    private static final int DEEPEST = 50;
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|[A-Za-z0-9]");
    private static final Pattern WHOLE = Pattern.compile("[A-Za-z0-9.]+|√?\\([^()]*\\)");

    private final String tex;
    private int at;
    private int depth;
    private boolean tooDeep;

    private MathText(String tex) {
        this.tex = tex;
    }

    /** A formula that is nested without end stays as it is written. */
    static String of(String tex, LeftOut left) {
        MathText math = new MathText(tex);
        String line = math.run('\0');
        if (math.tooDeep) {
            left.tooDeep(DEEPEST);
            line = tex;
        }
        return line.replaceAll("\\s+", " ").strip();
    }

    /** Whether one more may begin in what goes on; if not, nothing more is read. */
    private boolean enters() {
        if (depth < DEEPEST) {
            depth++;
            return true;
        }
        tooDeep = true;
        at = tex.length();
        return false;
    }

    private String nested() {
        if (!enters()) {
            return "";
        }
        String inside = run('}');
        depth--;
        return inside;
    }

    private String run(char end) {
        StringBuilder text = new StringBuilder();
        while (at < tex.length()) {
            char c = tex.charAt(at);
            if (c == end && end != '\0') {
                at++;
                break;
            }
            at++;
            switch (c) {
                case '\\' -> command(text);
                case '{' -> text.append(nested());
                case '}', '$' -> {}
                case '^', '_' -> text.append(c).append(atom());
                case '~', '&' -> text.append(' ');
                case '<', '>', '=' -> text.append(' ').append(c).append(' ');
                case '%' -> skipLine();
                case '-' -> text.append('-');
                default -> text.append(c);
            }
        }
        return text.toString();
    }

    private void skipLine() {
        while (at < tex.length() && tex.charAt(at) != '\n') {
            at++;
        }
    }

    private void command(StringBuilder text) {
        String name = name();
        switch (name) {
            case "frac", "dfrac", "tfrac" ->
                text.append(grouped(argument())).append('/').append(grouped(argument()));
            case "binom" ->
                text.append("C(")
                        .append(argument())
                        .append(", ")
                        .append(argument())
                        .append(')');
            case "sqrt" -> text.append("√").append(grouped(argument()));
            case "pmod" -> text.append(" (mod ").append(argument()).append(')');
            case "text",
                    "textrm",
                    "texttt",
                    "textit",
                    "textbf",
                    "mathrm",
                    "mathit",
                    "mathbf",
                    "mathtt",
                    "mathsf",
                    "mathcal",
                    "mathbb",
                    "operatorname",
                    "emph",
                    "mbox",
                    "hbox",
                    "boldsymbol",
                    "overline",
                    "underline",
                    "vec",
                    "hat",
                    "bar",
                    "textsf",
                    "mathop" -> text.append(argument());
            case "begin", "end" -> {
                String environment = argument();
                if (environment.equals("array") || environment.equals("tabular")) {
                    argument();
                }
                text.append(' ');
            }
            case "\\" -> text.append("; ");
            case "not" -> text.append(" not ");
            case "lvert", "rvert", "vert" -> text.append('|');
            default -> symbol(name, text);
        }
    }

    private void symbol(String name, StringBuilder text) {
        String symbol = SYMBOLS.get(name);
        if (symbol == null) {
            text.append(DROPPED.contains(name) ? "" : name.length() == 1 ? name : name + " ");
        } else {
            text.append(RELATIONS.contains(symbol) ? " " + symbol + " " : symbol);
        }
    }

    private String name() {
        int start = at;
        while (at < tex.length() && isLetter(tex.charAt(at))) {
            at++;
        }
        if (at == start && at < tex.length()) {
            at = tex.offsetByCodePoints(at, 1);
        } else {
            // White space after a word belongs to it.
            while (at < tex.length() && tex.charAt(at) == ' ') {
                at++;
            }
        }
        return tex.substring(start, at).strip().isEmpty()
                ? " "
                : tex.substring(start, at).strip();
    }

    private String argument() {
        while (at < tex.length() && Character.isWhitespace(tex.charAt(at))) {
            at++;
        }
        if (at >= tex.length()) {
            return "";
        }
        int start = at;
        at = tex.offsetByCodePoints(at, 1);
        String c = tex.substring(start, at);
        return switch (c) {
            case "{" -> nested().strip();
            case "\\" -> oneCommand().strip();
            default -> c;
        };
    }

    private String oneCommand() {
        StringBuilder text = new StringBuilder();
        if (enters()) {
            command(text);
            depth--;
        }
        return text.toString();
    }

    private String atom() {
        String argument = argument();
        return argument.length() > 1 && !NUMBER.matcher(argument).matches() ? "(" + argument + ")" : argument;
    }

    private static String grouped(String part) {
        return WHOLE.matcher(part).matches() ? part : "(" + part + ")";
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static Map<String, String> symbols() {
        Map<String, String> symbols = new HashMap<>();
        String table = """
                le ≤ leq ≤ leqslant ≤ ge ≥ geq ≥ geqslant ≥ ne ≠ neq ≠ approx ≈ equiv ≡ sim ~ in ∈ notin ∉ subseteq ⊆ subset ⊂
                to → rightarrow → longrightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ implies ⇒ iff ⇔ mapsto ↦
                times × cdot · div ÷ pm ± mp ∓ land ∧ wedge ∧ lor ∨ vee ∨ lnot ¬ neg ¬ oplus ⊕ ll ≪ gg ≫ cup ∪ cap ∩ mid ∣
                infty ∞ pi π alpha α beta β gamma γ delta δ Delta Δ epsilon ε varepsilon ε theta θ lambda λ mu μ sigma σ Sigma Σ
                phi φ varphi φ omega ω Omega Ω rho ρ tau τ eta η zeta ζ xi ξ psi ψ chi χ kappa κ nu ν
                sum Σ prod Π int ∫ forall ∀ exists ∃ emptyset ∅ varnothing ∅ setminus ∖ partial ∂ circ ∘ star ⋆ ast * bullet •
                ldots … dots … cdots … dotsc … dotsb … vdots ⋮ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ langle ⟨ rangle ⟩ ell ℓ
                degree ° prime ′ bmod mod mod mod colon : lbrace { rbrace } backslash \\ perp ⊥ parallel ∥ angle ∠ triangle △
                """;
        String[] words = table.strip().split("\\s+", -1);
        for (int i = 0; i + 1 < words.length; i += 2) {
            symbols.put(words[i], words[i + 1]);
        }
        for (String space : new String[] {",", ";", ":", " ", "quad", "qquad", "enspace", "thinspace"}) {
            symbols.put(space, " ");
        }
        return symbols;
    }
}
