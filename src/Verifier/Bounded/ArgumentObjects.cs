using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Terms;

namespace HpcVerify.Verifier.Bounded;

/// <summary>The objects that one call's pointers lead to, and what is passed for each parameter.</summary>
internal sealed class ArgumentObjects
{
    private readonly RunState _run;
    private readonly Dictionary<RunArgument.Buffer, (MemoryObject Object, Address Start)> _places = new(ReferenceEqualityComparer.Instance);
    private readonly ImmutableArray<RunArgument.Buffer> _buffers;

    public ArgumentObjects(IReadOnlyList<RunArgument> arguments, KernelFunction entry, RunState run)
    {
        (_run, _buffers) = (run, [.. arguments.OfType<RunArgument.Buffer>()]);
        foreach (var host in _buffers.Where(buffer => buffer.Overlap is null))
        {
            Make(host, [.. _buffers.Where(buffer => buffer.Overlap?.Host == host.Name)]);
        }

        Values = [.. arguments.Select(argument => argument is RunArgument.Buffer buffer ? Scalar.Of(_places[buffer].Start.Bits) : ((RunArgument.Value)argument).Scalar)];
        run.Restrict = RestrictOf(arguments, entry);
    }

    /// <summary>What is passed, in the order of the parameters.</summary>
    public ImmutableArray<Scalar> Values { get; }

    /// <summary>The elements of each buffer as they are now.</summary>
    public ImmutableArray<ImmutableArray<Scalar>> Contents() => [.. _buffers.Select(buffer =>
    {
        var (width, (made, start)) = (WidthOf(buffer), _places[buffer]);
        return Enumerable.Range(0, buffer.Contents.Length).Select(index => made.Load(start.Offset + ((long)index * width), width) ?? Scalar.Indeterminate).ToImmutableArray();
    })];

    /// <summary>
    /// One object for a buffer and those that lie in it. Each has a number of its own for it, so that a pointer's number tells
    /// which parameter it was made from; the offsets are the object's.
    /// </summary>
    private void Make(RunArgument.Buffer host, ImmutableArray<RunArgument.Buffer> guests)
    {
        var width = WidthOf(host);
        var count = BufferOverlap.JointCount(host, guests);
        var alignment = guests.Aggregate(host.Alignment, (all, guest) => Alignments.Both(all, guest.Alignment) ?? throw Machine.Unsupported("alignments that no address has", default));
        var made = _run.Memory.Allocate(string.Join(" and ", guests.Prepend(host).Select(buffer => buffer.Name)), (long)count * width, alignment);
        made.IsArgument = true;
        _places[host] = (made, new(made.Id, 0));
        foreach (var guest in guests)
        {
            _places[guest] = (made, new(_run.Memory.NumberAgain(made), (long)guest.Overlap!.Shift * width));
        }

        foreach (var buffer in guests.Prepend(host))
        {
            Fill(buffer, made, width);
        }

        made.IsReadOnly = guests.Append(host).All(buffer => buffer.IsReadOnly);
    }

    private static void Fill(RunArgument.Buffer buffer, MemoryObject made, int width)
    {
        var start = buffer.Overlap?.Shift ?? 0;
        for (var index = 0; index < buffer.Contents.Length; index++)
        {
            made.Store((long)(start + index) * width, width, buffer.Contents[index]);
        }
    }

    /// <summary>Null where nothing can break a promise of the entry's <c>restrict</c> parameters: no other leads into the same object.</summary>
    private RestrictTracker? RestrictOf(IReadOnlyList<RunArgument> arguments, KernelFunction entry)
    {
        var restricted = arguments.Zip(entry.Parameters).Where(pair => pair.Second.Type is CType.Pointer { Qualifiers: var qualifiers } && qualifiers.HasFlag(Qualifiers.Restrict))
            .Select(pair => pair.First).OfType<RunArgument.Buffer>().ToList();
        var guest = _buffers.FirstOrDefault(buffer => buffer.Overlap is not null);
        return guest is not null && restricted.Exists(buffer => buffer == guest || buffer.Name == guest.Overlap!.Host)
            ? new(_places[guest].Object, _places[guest].Start.Object, guest.Overlap!.Host, guest.Name)
            : null;
    }

    private static int WidthOf(RunArgument.Buffer buffer) => (Layout.SortOf(buffer.Element) ?? throw Machine.Unsupported("buffer of this type", default)).Width / 8;
}
