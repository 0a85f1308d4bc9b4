using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using HpcVerify.Trainer.Model;
using HpcVerify.Trainer.Model.Checkpoints;
using HpcVerify.Trainer.Model.Training;

namespace HpcVerify.Trainer.Tests.Model;

public sealed class CheckpointTests
{
    private readonly Weights _weights = TinyModels.Weights(21);
    private readonly ImmutableSortedDictionary<string, string> _notes = ImmutableSortedDictionary<string, string>.Empty.Add("tokenizer", "ab\"\n漢");

    [Fact]
    public void EverythingComesBackToTheLastBit()
    {
        var random = new Rng(9);
        var state = new OptimiserState(TinyModels.Floats(random, _weights.Values.Length), TinyModels.Floats(random, _weights.Values.Length), 123456789012);
        using var file = new Scratch("an older checkpoint");
        Assert.Null(new Checkpoint(_weights, state, _notes).Save(file.Path));
        var (read, problem) = Checkpoint.Load(file.Path);

        Assert.Null(problem);
        Assert.Equal(_weights.Shape, read!.Weights.Shape);
        Assert.Equal(_weights.Values, read.Weights.Values);
        Assert.Equal(state.FirstMoments, read.Optimiser!.FirstMoments);
        Assert.Equal(state.SecondMoments, read.Optimiser.SecondMoments);
        Assert.Equal(state.Steps, read.Optimiser.Steps);
        Assert.Equal(_notes, read.Notes);
        Assert.Equal(["file"], file.Names);
    }

    [Fact]
    public void TrainingGoesOnAsIfItHadNotBeenInterrupted()
    {
        var examples = Enumerable.Range(0, 4).Select(index => Example.WithoutPrompt(TinyModels.Tokens(new((ulong)index), 20))).ToList();
        ModelTrainer Trainer(Weights weights, OptimiserState state) => new(
            new(weights, TinyModels.Options()), new(weights.Layout, AdamWOptions.Usual, state), new LearningRate(0.01, 0.001, 2, 6));

        var through = Trainer(_weights.Copy(), OptimiserState.Of(_weights.Layout));
        var first = Trainer(_weights.Copy(), OptimiserState.Of(_weights.Layout));
        for (var step = 0; step < 6; step++)
        {
            through.Imitate(examples);
            if (step < 3)
            {
                first.Imitate(examples);
            }
        }

        var second = Reread(new(first.Weights, first.Optimiser.State, _notes));
        var rest = Trainer(second.Weights, second.Optimiser!);
        for (var step = 3; step < 6; step++)
        {
            rest.Imitate(examples);
        }

        Assert.NotEqual(_weights.Values, rest.Weights.Values);
        Assert.Equal(through.Weights.Values, rest.Weights.Values);
    }

    /// <summary>As any reader of safetensors does it: header, offsets, numbers.</summary>
    [Fact]
    public void FileIsInTheFormatOfSafetensors()
    {
        var bytes = Bytes(new(_weights, null, _notes));
        var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        using var header = System.Text.Json.JsonDocument.Parse(bytes.AsMemory(8, length));
        var embedding = header.RootElement.GetProperty("embedding");
        var offsets = embedding.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt32()).ToArray();

        Assert.Equal(0, length % 8);
        Assert.Equal("F32", embedding.GetProperty("dtype").GetString());
        Assert.Equal([_weights.Shape.Vocabulary, _weights.Shape.Width], embedding.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32()));
        Assert.Equal(_weights.Values[1], BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(8 + length + offsets[0] + 4)));
        Assert.Equal("ab\"\n漢", header.RootElement.GetProperty("__metadata__").GetProperty("tokenizer").GetString());
    }

    [Fact]
    public void StreamMayHaveMoreBehindIt()
    {
        var bytes = Bytes(new(_weights, null, _notes));
        using var stream = new MemoryStream([.. bytes, 1, 2, 3]);

        Assert.Equal(_weights.Values, Checkpoint.Read(stream).Checkpoint!.Weights.Values);
        Assert.Equal(bytes.Length, stream.Position);
    }

    [Theory]
    [InlineData(0, "begins with the 8 bytes")]
    [InlineData(7, "begins with the 8 bytes")]
    [InlineData(40, "does not fit")]
    [InlineData(-1, "has been cut off")]
    [InlineData(-5000, "has been cut off")]
    public void FilesCutOffAreRefusedInASentence(int length, string reason)
    {
        var bytes = Bytes(new(_weights, null, _notes));
        using var file = new Scratch("");
        File.WriteAllBytes(file.Path, length < 0 ? bytes[..^-length] : bytes[..length]);

        AssertRefused(file.Path, reason);
    }

    [Fact]
    public void MoreThanACheckpointIsRefusedInASentence()
    {
        using var file = new Scratch("");
        File.WriteAllBytes(file.Path, [.. Bytes(new(_weights, null, _notes)), 0]);

        AssertRefused(file.Path, "1 bytes follow");
    }

    [Theory]
    [InlineData("nonsense", "not JSON")]
    [InlineData("[]", "no JSON object")]
    [InlineData("{}", "not those of a model")]
    [InlineData("""{"a": 1}""", "'a' is not described")]
    [InlineData("""{"a": {"dtype": "F16", "shape": [1], "data_offsets": [0, 2]}}""", "'a' is not described")]
    [InlineData("""{"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 8]}}""", "'a' is not described")]
    [InlineData("""{"a": {"dtype": "F32", "shape": [-1], "data_offsets": [0, -4]}}""", "'a' is not described")]
    [InlineData("""{"a": {"dtype": "F32", "shape": [4294967296, 4294967296], "data_offsets": [0, 0]}}""", "'a' is not described")]
    [InlineData("""{"a": {"dtype": "F32", "shape": [1], "data_offsets": [4, 8]}}""", "ends at byte 8 of 0")]
    [InlineData("""{"a": {"dtype": "F32", "shape": [0], "data_offsets": [0, 0]}, "a": 1}""", "not JSON")]
    [InlineData("""{"__metadata__": {"a": 1}}""", "no object of strings")]
    [InlineData("""{"__metadata__": {"hpcverify.format": "hpcverify-model-1", "hpcverify.shape": "vocabulary=1 width=1 layers=1 heads=1 hidden=1"}}""", "not those of a model")]
    [InlineData("""{"__metadata__": {"hpcverify.format": "hpcverify-model-1", "hpcverify.shape": "vocabulary=1 width=16 layers=1 heads=3 hidden=1 context=1"}}""", "cannot be shared out")]
    [InlineData("""{"__metadata__": {"hpcverify.format": "hpcverify-model-1", "hpcverify.shape": "vocabulary=9 width=16 layers=1048576 heads=1 hidden=9 context=9"}}""", "has more parameters than|numbers, a model of its shape")]
    [InlineData("""{"__metadata__": {"hpcverify.format": "hpcverify-model-1", "hpcverify.shape": "vocabulary=9 width=16 layers=1 heads=1 hidden=9 context=9", "hpcverify.steps": "-1"}}""", "no number of steps")]
    public void HeadersThatAreWrongAreRefusedInASentence(string header, string reasons)
    {
        var bytes = new byte[8 + Encoding.UTF8.GetByteCount(header)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)bytes.Length - 8);
        Encoding.UTF8.GetBytes(header, bytes.AsSpan(8));
        using var file = new Scratch("");
        File.WriteAllBytes(file.Path, bytes);

        AssertRefused(file.Path, reasons);
    }

    [Fact]
    public void TensorOfAnotherNameIsMissed()
    {
        var bytes = Bytes(new(_weights, null, _notes));
        var place = bytes.AsSpan().IndexOf("final_norm"u8);
        bytes[place] = (byte)'x';
        using var file = new Scratch("");
        File.WriteAllBytes(file.Path, bytes);

        AssertRefused(file.Path, "'final_norm' is missing");
    }

    [Fact]
    public void FilesThatAreNotThereAreRefusedInASentence()
    {
        using var file = new Scratch();

        AssertRefused(file.Path, "no such file");
    }

    [Fact]
    public void FoldersThatAreNotThereAreRefusedInASentence()
    {
        using var file = new Scratch();
        var path = Path.Combine(file.Path, "model.safetensors");

        Assert.StartsWith($"'{path}' cannot be written: ", new Checkpoint(_weights, null, _notes).Save(path), StringComparison.Ordinal);
    }

    private static void AssertRefused(string path, string reasons)
    {
        var (checkpoint, problem) = Checkpoint.Load(path);

        Assert.Null(checkpoint);
        Assert.StartsWith($"'{path}'", problem, StringComparison.Ordinal);
        Assert.True(reasons.Split('|').Any(reason => problem!.Contains(reason, StringComparison.Ordinal)), problem);
    }

    private static byte[] Bytes(Checkpoint checkpoint)
    {
        using var stream = new MemoryStream();
        checkpoint.Write(stream);
        return stream.ToArray();
    }

    private static Checkpoint Reread(Checkpoint checkpoint)
    {
        using var stream = new MemoryStream(Bytes(checkpoint));
        return Checkpoint.Read(stream).Checkpoint!;
    }
}
