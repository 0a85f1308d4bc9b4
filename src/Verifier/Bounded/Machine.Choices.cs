using HpcVerify.Parser.Text;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>How an element is found by its index.</summary>
/// <param name="Index">The sort of the index.</param>
/// <param name="Stride">Bytes from one element to the next.</param>
/// <param name="Element">The sort of what is read.</param>
internal readonly record struct IndexedRead(Sort Index, bool IsSigned, long Stride, Sort Element, TextSpan Span);

internal sealed partial class Machine
{
    /// <summary>Of more elements than this none is chosen.</summary>
    private const int MostChoices = 64;

    /// <summary>
    /// Reads an element whose index depends on contents: that of the first value the index may have where it has it, else that of
    /// the second, and so on. That the index stays inside is owed where its range does not say so.
    /// </summary>
    /// <param name="load">Reads one of the elements.</param>
    public Scalar LoadChosen(Address start, Term index, IndexedRead read, Func<Machine, Address, Scalar> load)
    {
        var (width, span) = (read.Element.Width / 8, read.Span);
        var target = Memory.Reach(start with { Offset = 0 }, 0, span);
        if (read.Stride <= 0 || (_tasks.Count > 0 && !target.IsReadOnly))
        {
            throw Unsupported("an index that depends on contents, into what the threads of a team may write,", span);
        }

        var inside = new IndexRange(-(start.Offset / read.Stride), (target.Size - width - start.Offset) / read.Stride);
        var possible = Run.IndexRanges.Of(index, read.IsSigned);
        var chosen = new IndexRange(Int128.Max(inside.Low, possible.Low), Int128.Min(inside.High, possible.High));
        if (start.Offset < 0 || start.Offset + width > target.Size || chosen.Low > chosen.High)
        {
            throw Unsupported("an index that depends on contents, from a pointer outside of its object,", span);
        }

        if (chosen.High - chosen.Low >= MostChoices)
        {
            throw Unsupported(FormattableString.Invariant($"an index that depends on contents and may lead to more than {MostChoices} elements"), span);
        }

        if (!possible.IsWithin(inside))
        {
            Owe(IsWithin(index, chosen, read), new RunOutcome.Violated(Violation.OutOfBounds, $"an index that depends on contents leads outside of '{target.Name}'", span));
        }

        return Chosen(start, index, chosen, read, load);
    }

    private Scalar Chosen(Address start, Term index, IndexRange chosen, IndexedRead read, Func<Machine, Address, Scalar> load)
    {
        Term? all = null;
        for (var at = chosen.High; at >= chosen.Low; at--)
        {
            var address = start with { Offset = start.Offset + ((long)at * read.Stride) };
            var isThis = Terms.Apply(Operator.Equal, index, Number(at, read));
            if (Speculation.Under(this, isThis, machine => load(machine, address)) is { } element)
            {
                var term = element.ToTerm(Terms, read.Element);
                all = all is { } others ? Terms.Ite(isThis, term, others) : term;
            }
        }

        // One unknown, however many elements it is chosen from: see Operator.Selected.
        return all is not { } value ? throw new RunEnded(new RunOutcome.NoWayOn())
            : Scalar.Of(Terms.Store.OperatorOf(value) == Operator.Ite ? Terms.Apply(Operator.Selected, value, value) : value, Terms.Store);
    }

    private Term IsWithin(Term index, IndexRange range, IndexedRead read) =>
        Terms.Between(Number(range.Low, read), index, Number(range.High, read), read.IsSigned);

    private Term Number(Int128 value, IndexedRead read) => Terms.Constant(read.Index, unchecked((ulong)value));
}
