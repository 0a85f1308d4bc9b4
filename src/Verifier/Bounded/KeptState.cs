using System.Collections.Immutable;

namespace HpcVerify.Verifier.Bounded;

/// <summary>What a call leaves behind for the next: the variables that live as long as the program, and what their pointers lead to.</summary>
internal sealed class KeptState
{
    private readonly SortedDictionary<int, ObjectImage> _images = [];

    public KeptState(RunState run)
    {
        var open = new Stack<int>(run.Globals.Values.Select(address => address.Object));
        while (open.TryPop(out var id))
        {
            // What only looks like a pointer adds an object that need not be the same, and errs on the safe side.
            if (id > 0 && id < run.Memory.Count && run.Memory[id] is { IsLive: true, IsReadOnly: false } kept && !_images.ContainsKey(id))
            {
                var image = kept.Image();
                _images[id] = image;
                foreach (var value in image.Values.Where(value => value is { IsConcrete: true, Bits: not 0 }))
                {
                    open.Push(Address.FromBits(value.Bits).Object);
                }
            }
        }
    }

    /// <summary>Whether nothing that a later call reads can differ.</summary>
    public bool IsAs(KeptState other) => _images.Keys.SequenceEqual(other._images.Keys)
        && _images.Values.Zip(other._images.Values).All(pair => pair.First.IsAs(pair.Second));
}
