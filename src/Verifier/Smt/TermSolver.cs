using System.Globalization;
using System.Text;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Smt;

/// <summary>How much of a question is asked.</summary>
public enum Effort
{
    /// <summary>Floating arithmetic is left open, so that answers come quickly.</summary>
    Structure,

    /// <summary>Then, where that does not answer, all of it.</summary>
    Full,
}

/// <summary>
/// Asks about terms of one store. Floating arithmetic is left open at first: what holds for any results of it holds (an
/// abstraction that is exact on structure, choices and comparisons); only where that does not answer are small questions
/// asked with the arithmetic of IEEE 754.
/// </summary>
public sealed class TermSolver(TermStore store, Questions questions)
{
    /// <summary>Beyond so many operations a question in full arithmetic is not worth asking: circuits of multipliers do not end.</summary>
    private const int MostArithmetic = 64;

    /// <summary>The longest text that is asked.</summary>
    private const int MostOperations = 50_000;

    public SolverAnswer Solve(Term condition, Effort effort = Effort.Full)
    {
        var abstracted = TermWalk.InOrder(store, [condition], term => OperatorTable.IsRoundedArithmetic(store.OperatorOf(term))).ToList();
        if (abstracted.Count > MostOperations)
        {
            return new SolverAnswer.Undecided("too many operations for a solver");
        }

        if (!abstracted.Exists(term => OperatorTable.IsRoundedArithmetic(store.OperatorOf(term))))
        {
            return Asked(condition, abstracted, isOpen: false);
        }

        if (Asked(condition, abstracted, isOpen: true) is var open && (open is SolverAnswer.Impossible || effort == Effort.Structure))
        {
            return open;
        }

        var all = TermWalk.InOrder(store, [condition]).ToList();
        return all.Count(term => OperatorTable.IsRoundedArithmetic(store.OperatorOf(term))) <= MostArithmetic
            ? Asked(condition, all, isOpen: false)
            : new SolverAnswer.Undecided("it depends on the results of floating arithmetic");
    }

    /// <summary>For the solver these may be any functions, of which its inputs tell nothing.</summary>
    private bool CallsLibrary(IEnumerable<Term> terms) => terms.Any(term => store.OperatorOf(term) == Operator.LibraryCall);

    private SolverAnswer Asked(Term condition, List<Term> terms, bool isOpen)
    {
        var name = SmtText.Numbered(store, terms);
        var inputs = terms.Where(term => store.OperatorOf(term) == Operator.Input).ToList();
        var text = new StringBuilder(SmtText.LibraryFunctions(store, terms, []));
        text.Append(SmtText.Definitions(store, terms, name, operation => isOpen && OperatorTable.IsRoundedArithmetic(operation)));
        foreach (var (index, input) in inputs.Index())
        {
            // The bits of an input by themselves: what a model says of them is easily read.
            var sort = store.SortOf(input);
            text.Append(CultureInfo.InvariantCulture, $"(declare-const b{index} {(sort.IsFloating ? Sort.Bits(sort.Width) : sort)})\n");
            text.Append(CultureInfo.InvariantCulture, $"(assert (= {name(input)} {(sort.IsFloating ? $"((_ to_fp {(sort.Width == 32 ? "8 24" : "11 53")}) b{index})" : $"b{index}")}))\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"(assert {name(condition)})\n");
        return questions.Ask(text.ToString(), inputs.Count) switch
        {
            Questions.Answer.Unsatisfiable(var prover) => new SolverAnswer.Impossible(prover),
            Questions.Answer.Satisfiable when CallsLibrary(terms) => new SolverAnswer.Undecided("it depends on the results of library functions"),
            Questions.Answer.Satisfiable(var bits) when !isOpen => new SolverAnswer.Possible(inputs.Index().ToDictionary(pair => store.NameOf(pair.Item), pair => bits[pair.Index], StringComparer.Ordinal)),
            Questions.Answer.None(var reason) => new SolverAnswer.Undecided(reason),
            _ => new SolverAnswer.Undecided("it depends on the results of floating arithmetic"),
        };
    }
}
