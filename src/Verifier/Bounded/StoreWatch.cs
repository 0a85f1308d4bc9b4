using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Bounded;

/// <summary>Counts the stores to one byte of a buffer, and ends the run at one of them: where that is says who made it.</summary>
/// <param name="last">The number of the store to end at, from 1.</param>
internal sealed class StoreWatch(string buffer, long offset, int last = int.MaxValue)
{
    public int Count { get; private set; }

    public void Note(MemoryObject target, long at, int width, TextSpan span)
    {
        if (target.IsArgument && target.Name == buffer && at <= offset && offset < at + width && ++Count == last)
        {
            throw Machine.Stop(Violation.BrokenPromise, $"a store to '{buffer}'", span);
        }
    }
}
