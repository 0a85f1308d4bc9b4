using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HpcVerify.Trainer.Model.Checkpoints;
using HpcVerify.Trainer.Model.Tokens;

namespace HpcVerify.Trainer.Training;

/// <summary>A base model, and what it is kept under.</summary>
/// <param name="Key">A hash of texts, vocabulary, shape and options.</param>
/// <param name="IsNew">Whether it was made just now.</param>
public sealed record CachedModel(PretrainedModel Model, string Key, bool IsNew);

/// <summary>Base models on disk, by a hash of all that they follow from: a model is made once.</summary>
public sealed class ModelCache(string folder)
{
    private const string FingerprintNote = "hpcverify.fingerprint", Format = "hpcverify-base-1";
    private const int Digits = 24;

    /// <summary>A hash of texts in their order.</summary>
    public static string HashOf(IEnumerable<TrainingText> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in texts.SelectMany(text => (string[])[text.Prompt, text.Response]))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData([0]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The model of texts and options; one that is not there, or not whole, is made and kept. Where it cannot be kept, it is made all the same.</summary>
    /// <param name="make">Makes the model with the vocabulary of the texts.</param>
    public CachedModel Find(IReadOnlyList<TrainingText> texts, PretrainingOptions options, Func<Tokenizer, PretrainedModel> make)
    {
        var tokenizer = Pretraining.VocabularyOf(texts, options);
        var key = KeyOf(texts, tokenizer, options);
        var (weights, vocabulary) = (Path.Combine(folder, key + ".safetensors"), Path.Combine(folder, key + ".json"));
        if (Read(weights, vocabulary) is { } kept)
        {
            return new(kept, key, false);
        }

        var model = make(tokenizer);
        Keep(model, weights, vocabulary);
        return new(model, key, true);
    }

    private static string KeyOf(IReadOnlyList<TrainingText> texts, Tokenizer tokenizer, PretrainingOptions options)
    {
        var parts = string.Create(
            CultureInfo.InvariantCulture,
            $"{Format} {HashOf(texts)} {TokenizerFile.Fingerprint(tokenizer)} {options.ShapeOf(tokenizer.Count)} {options.Steps} {options.TokensPerStep} {options.Rate:R} {options.Seed} {options.Threads}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)))[..Digits];
    }

    private static PretrainedModel? Read(string weights, string vocabulary)
    {
        if (!File.Exists(weights) || TokenizerFile.Read(vocabulary).Tokenizer is not { } tokenizer || Checkpoint.Load(weights).Checkpoint is not { } checkpoint)
        {
            return null;
        }

        var model = new PretrainedModel(tokenizer, checkpoint.Weights);
        return checkpoint.Weights.Shape.Vocabulary == tokenizer.Count && checkpoint.Notes.GetValueOrDefault(FingerprintNote) == model.Fingerprint ? model : null;
    }

    private void Keep(PretrainedModel model, string weights, string vocabulary)
    {
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(vocabulary, TokenizerFile.Write(model.Tokenizer));
            new Checkpoint(model.Weights, null, ImmutableSortedDictionary<string, string>.Empty.Add(FingerprintNote, model.Fingerprint)).Save(weights);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next run makes it again.
        }
    }
}
