using System.Collections.Immutable;
using System.Globalization;
using HpcVerify.Parser.Text;
using HpcVerify.Trainer.Model.Training;

namespace HpcVerify.Trainer.Model.Checkpoints;

/// <summary>A model on disk: weights, and for training to go on exactly where it was, the optimiser's state.</summary>
/// <param name="Optimiser">Null where there is none, as for a model that is only to be sampled from.</param>
/// <param name="Notes">What else its owner wants to find again: the vocabulary's fingerprint, the state of a generator.</param>
public sealed record Checkpoint(Weights Weights, OptimiserState? Optimiser, ImmutableSortedDictionary<string, string> Notes)
{
    private const string Format = "hpcverify-model-1", FormatNote = "hpcverify.format", ShapeNote = "hpcverify.shape", StepsNote = "hpcverify.steps";
    private const string FirstMoments = "optimiser.first.", SecondMoments = "optimiser.second.";

    public void Write(Stream stream)
    {
        var tensors = ImmutableArray.CreateBuilder<NamedTensor>();
        void Add(string prefix, float[] values) => tensors.AddRange(Weights.Layout.All.Select(parameter => new NamedTensor(prefix + parameter.Name, Dimensions(parameter), values[parameter.Range])));

        var notes = Notes.SetItem(FormatNote, Format).SetItem(ShapeNote, ShapeText.Of(Weights.Shape));
        Add("", Weights.Values);
        if (Optimiser is { } state)
        {
            Add(FirstMoments, state.FirstMoments);
            Add(SecondMoments, state.SecondMoments);
            notes = notes.SetItem(StepsNote, state.Steps.ToString(CultureInfo.InvariantCulture));
        }

        new SafeTensors(notes, tensors.ToImmutable()).Write(stream);
    }

    /// <summary>
    /// Writes a file under another name, waits until the disk has it, and renames it: whoever looks finds the old model or the new one, whole,
    /// whenever the machine stops. Returns why it cannot be written, in a sentence; null where it has been.
    /// </summary>
    public string? Save(string path)
    {
        var draft = $"{path}.{Environment.ProcessId}.draft";
        try
        {
            using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write))
            {
                Write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(draft))
            {
                File.Delete(draft);
            }

            return $"'{path}' cannot be written: {exception.Message}";
        }
    }

    /// <summary>The model of a file; else the sentence that says what is wrong.</summary>
    public static (Checkpoint? Checkpoint, string? Problem) Load(string path)
    {
        if (RegularFile.WhyNot(path) is { } obstacle)
        {
            return (null, $"'{path}' cannot be read: {obstacle}");
        }

        try
        {
            using var file = File.OpenRead(path);
            var (checkpoint, problem) = Read(file);
            return checkpoint is null ? (null, $"'{path}' is no checkpoint: {problem}")
                : file.Position < file.Length ? (null, $"'{path}' is no checkpoint: {file.Length - file.Position} bytes follow its last tensor")
                : (checkpoint, null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, $"'{path}' cannot be read: {exception.Message}");
        }
    }

    /// <summary>The model that a stream holds from here on; else what is wrong with it, for a sentence that names the file.</summary>
    public static (Checkpoint? Checkpoint, string? Problem) Read(Stream stream)
    {
        var (content, problem) = SafeTensorsReader.Read(stream);
        if (content is null)
        {
            return (null, problem);
        }

        if (content.Notes.GetValueOrDefault(FormatNote) != Format || ShapeText.Parse(content.Notes.GetValueOrDefault(ShapeNote, "")) is not { } shape)
        {
            return (null, $"its notes '{FormatNote}' and '{ShapeNote}' are not those of a model in the format '{Format}'");
        }

        if (shape.Problem() is { } wrong)
        {
            return (null, wrong);
        }

        var steps = -1L;
        if (content.Notes.TryGetValue(StepsNote, out var text) && (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out steps) || steps < 0))
        {
            return (null, $"its note '{StepsNote}' is '{text}', which is no number of steps");
        }

        return Assembled(content, shape, steps);
    }

    /// <param name="steps">Negative where there is no optimiser.</param>
    private static (Checkpoint? Checkpoint, string? Problem) Assembled(SafeTensors content, ModelShape shape, long steps)
    {
        // Before anything is made as large as the shape says: a note is easily written.
        var (expected, there) = (ParameterLayout.CountOf(shape) * (steps < 0 ? 1 : 3), content.Tensors.Sum(tensor => (long)tensor.Values.Length));
        if (expected != there)
        {
            return (null, $"its tensors have {there} numbers, a model of its shape has {expected}");
        }

        var (layout, tensors) = (ParameterLayout.Of(shape), content.Tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal));
        var arrays = new List<float[]>();
        foreach (var prefix in steps < 0 ? (string[])[""] : ["", FirstMoments, SecondMoments])
        {
            var values = new float[layout.Count];
            foreach (var parameter in layout.All)
            {
                if (!tensors.Remove(prefix + parameter.Name, out var tensor) || !tensor.Dimensions.SequenceEqual(Dimensions(parameter)))
                {
                    return (null, $"its tensor '{prefix}{parameter.Name}' is missing or has not the shape [{string.Join(", ", Dimensions(parameter))}] of its model");
                }

                tensor.Values.CopyTo(values.AsSpan(parameter.Offset));
            }

            arrays.Add(values);
        }

        return tensors.Count > 0 ? (null, $"its tensor '{tensors.Keys.Order(StringComparer.Ordinal).First()}' is none of its model")
            : (new(new(shape, arrays[0]), steps < 0 ? null : new(arrays[1], arrays[2], steps), content.Notes.RemoveRange([FormatNote, ShapeNote, StepsNote])), null);
    }

    private static ImmutableArray<int> Dimensions(Parameter parameter) => parameter.Rows == 1 ? [parameter.Columns] : [parameter.Rows, parameter.Columns];
}
