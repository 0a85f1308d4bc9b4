using HpcVerify.Verifier.Inputs;

namespace HpcVerify.Rewards.Scoring;

/// <summary>
/// The inputs that every submission to a task meets, with the reference's answers: made for the first one, and kept while they are small. The seed decides
/// them, so that a book is about one seed at a time.
/// </summary>
internal sealed class AnswerBook
{
    private const long MostBytes = 64 << 20, LargestPage = 4 << 20;

    private readonly Dictionary<string, (TrialInput Input, ReferenceAnswer Answer)> _pages = [];
    private ulong _seed;
    private long _bytes;

    /// <summary>An input with its answer, looked up or made; nothing of what cannot be made.</summary>
    /// <param name="name">What call it is: one name is one input for each seed.</param>
    public (TrialInput? Input, ReferenceAnswer? Answer) Find(ulong seed, string name, Func<TrialInput?> make, Func<TrialInput, ReferenceAnswer?> answer)
    {
        if (seed != _seed)
        {
            (_seed, _bytes) = (seed, 0);
            _pages.Clear();
        }

        if (_pages.TryGetValue(name, out var page))
        {
            return page;
        }

        var input = make();
        if (input is null || answer(input) is not { } known)
        {
            return (input, null);
        }

        var bytes = input.Buffers.Sum(buffer => (long)buffer.Before.Length) + known.Outputs.Concat(known.Magnitudes).Sum(output => (long)output.Length);
        if (bytes <= LargestPage && _bytes + bytes <= MostBytes)
        {
            _pages[name] = (input, known);
            _bytes += bytes;
        }

        return (input, known);
    }
}
