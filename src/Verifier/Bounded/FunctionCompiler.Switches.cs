using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

internal sealed partial class FunctionCompiler
{
    private Execute Switch(KernelStatement.Switch choice)
    {
        if (Layout.SortOf(choice.Subject.Type) is not { } sort)
        {
            return _ => throw Machine.Unsupported($"switch on '{CTypePrinter.Print(choice.Subject.Type)}'", choice.Span);
        }

        var (subject, isSigned) = (Scalar(choice.Subject), Layout.IsSigned(choice.Subject.Type));
        var entries = EntriesOf(choice);
        var ends = Lifetimes([.. choice.Cases.SelectMany(part => part.Statements).OfType<KernelStatement.Declare>()]);
        return machine =>
        {
            var value = subject(machine);
            var signal = value.IsConcrete ? Known(machine, choice, Number(value.Bits, sort, isSigned), entries) : Chosen(machine, choice, value.Term, isSigned, entries, 0);
            ends(machine);
            return signal switch
            {
                Signal.Break => Signal.Next,
                Signal.Split => Branching.Rename(machine, _code, way => way == Signal.Break ? Signal.Next : way),
                _ => signal,
            };
        };
    }

    /// <summary>What is done from each case on, those after it included.</summary>
    private Execute[] EntriesOf(KernelStatement.Switch choice)
    {
        var points = choice.Cases.Select(part => PointAt(part, choice.Subject, part.Statements.FirstOrDefault()?.Span ?? choice.Span, "is never taken", "")).ToArray();
        var steps = choice.Cases.SelectMany(part => part.Statements).ToImmutableArray();
        var code = steps.Select(Statement).ToArray();
        var labels = LabelsOf(steps);
        return [.. choice.Cases.Select((_, taken) => EntryAt(points[taken], choice.Cases.Take(taken).Sum(part => part.Statements.Length)))];

        Execute EntryAt(BranchPoint point, int from) => machine =>
        {
            machine.Took(point, true);
            return Run(machine, code, labels, from);
        };
    }

    private static Signal Known(Machine machine, KernelStatement.Switch choice, long value, Execute[] entries)
    {
        var taken = IndexOf(choice, part => part.Labels.Any(label => value >= label.Low && value <= label.High));
        taken = taken < 0 ? IndexOf(choice, part => part.IsDefault) : taken;
        return taken < 0 ? Signal.Next : entries[taken](machine);
    }

    /// <summary>A subject that depends on contents: each case with labels in turn, then what no label takes.</summary>
    private Signal Chosen(Machine machine, KernelStatement.Switch choice, Term subject, bool isSigned, Execute[] entries, int from)
    {
        while (from < entries.Length && choice.Cases[from].Labels.IsEmpty)
        {
            from++;
        }

        if (from == entries.Length)
        {
            return IndexOf(choice, part => part.IsDefault) is >= 0 and var otherwise ? entries[otherwise](machine) : Signal.Next;
        }

        var isTaken = choice.Cases[from].Labels.Select(label => IsIn(machine, label, subject, isSigned)).Aggregate((all, one) => machine.Terms.Apply(Operator.Or, all, one));
        return Branching.Both(machine, _code, isTaken, entries[from], at => Chosen(at, choice, subject, isSigned, entries, from + 1));
    }

    private static Term IsIn(Machine machine, CaseRange label, Term subject, bool isSigned)
    {
        var (terms, sort) = (machine.Terms, machine.Terms.Store.SortOf(subject));
        var (low, high) = (terms.Constant(sort, (ulong)label.Low), terms.Constant(sort, (ulong)label.High));
        return label.Low == label.High ? terms.Apply(Operator.Equal, subject, low) : terms.Between(low, subject, high, isSigned);
    }

    private static int IndexOf(KernelStatement.Switch choice, Func<SwitchCase, bool> isMeant)
    {
        for (var index = 0; index < choice.Cases.Length; index++)
        {
            if (isMeant(choice.Cases[index]))
            {
                return index;
            }
        }

        return -1;
    }
}
