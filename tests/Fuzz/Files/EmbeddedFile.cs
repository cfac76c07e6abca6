using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using GenNet.Generator.Tests;
using Microsoft.CodeAnalysis;

namespace GenNet.Fuzz.Files;

/// <summary>A damaged safetensors file for the generator, which is to embed it, and for the runtime, which is to load it: one verdict, for one reason.</summary>
internal static class EmbeddedFile
{
    private const string Declaration =
        "[Network(Weights = \"weights.safetensors\")] [Dense(2, 3, Activation.Tanh)] [Dense(1, Activation.Identity)] public partial class EmbeddedNetwork;";

    public static FuzzSubject Subject => FuzzSubject.Of("embedded-file", 200, Arb.From(Cases, Smaller), Holds);

    private static Gen<EmbeddedCase> Cases =>
        from variation in Gen.Choose(0, Variations.Length - 1)
        from seed in Gen.Choose(0, int.MaxValue)
        select new EmbeddedCase(variation, ByteMutation.Several(new Random(seed), most: 3));

    /// <summary>Valid files, among them such as only others write.</summary>
    private static byte[][] Variations { get; } =
    [
        Saved(),
        Written("""{"0.weight":{"dtype":"F16","shape":[3,2],"data_offsets":[0,12]},"0.bias":{"dtype":"BF16","shape":[3],"data_offsets":[12,18]},"1.weight":{"dtype":"F32","shape":[1,3],"data_offsets":[18,30]},"1.bias":{"dtype":"F32","shape":[1],"data_offsets":[30,34]}}"""),
        Written("""{ "1.\u0062ias" : {"shape": [1], "data_offsets": [0, 4], "dtype": "F32"},"0.weight":{"dtype":"F32","shape":[3,2],"data_offsets":[4,28]},"__metadata__":{"ä\n":"\ud83d\ude42"},"0.bias":{"dtype":"F32","shape":[3],"data_offsets":[28,40]},"1.weight":{"dtype":"F32","shape":[1,3],"data_offsets":[40,52]}}  """),
        Written("""{"optimizer.mean/0.bias":{"dtype":"F32","shape":[3],"data_offsets":[52,64]},"1.bias":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"0.weight":{"dtype":"F32","shape":[3,2],"data_offsets":[4,28]},"0.bias":{"dtype":"F32","shape":[3],"data_offsets":[28,40]},"1.weight":{"dtype":"F32","shape":[1,3],"data_offsets":[40,52]}}"""),
    ];

    private static IEnumerable<EmbeddedCase> Smaller(EmbeddedCase file)
    {
        for (int i = 0; i < file.Damage.Count; i++)
            yield return file with { Damage = [.. file.Damage.Take(i), .. file.Damage.Skip(i + 1)] };
    }

    private static void Holds(EmbeddedCase file)
    {
        string directory = Directory.CreateTempSubdirectory("gennet-fuzz-").FullName;
        try
        {
            byte[] content = ByteMutation.Apply(Variations[file.Variation], file.Damage, Variations[(file.Variation + 1) % Variations.Length]);
            string path = Path.Combine(directory, "weights.safetensors");
            File.WriteAllBytes(path, content);

            Exception? refusal = Record.Exception(() => EmbeddedNetwork.Load(path));
            Diagnostic[] reported = [.. Compiled.From(Declaration, null, new WeightsText(path, "weights")).Reported];

            if (refusal is null)
            {
                Assert.Empty(reported);
                Assert.True(IsJson(content), "Accepted, though its header is no JSON.");
                return;
            }

            Assert.IsType<InvalidDataException>(refusal);
            Assert.Contains(path, refusal.Message, StringComparison.Ordinal);
            Diagnostic diagnostic = Assert.Single(reported);
            bool unreadable = refusal.Message.StartsWith(path + ": ", StringComparison.Ordinal);
            Assert.Equal(unreadable ? "GENNET021" : "GENNET022", diagnostic.Id);
            if (unreadable)
                Assert.Equal($"The weights cannot be read. {refusal.Message}", diagnostic.GetMessage(null));
            if (refusal.Message.Contains("not valid JSON", StringComparison.Ordinal))
                Assert.False(IsJson(content), $"JSON, but refused: {refusal.Message}");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>Whether the framework's own reader takes the header, with all its strings.</summary>
    private static bool IsJson(byte[] content)
    {
        try
        {
            var reader = new Utf8JsonReader(content.AsSpan(8, BitConverter.ToInt32(content)));
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                    reader.GetString();
            }

            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static byte[] Saved()
    {
        using var stream = new MemoryStream();
        new EmbeddedNetwork(seed: 1).Save(stream);
        return stream.ToArray();
    }

    private static byte[] Written(string header)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        using JsonDocument document = JsonDocument.Parse(header);
        int length = document.RootElement.EnumerateObject().Where(entry => entry.Name != "__metadata__").Max(entry => entry.Value.GetProperty("data_offsets")[1].GetInt32());
        return [.. BitConverter.GetBytes((long)json.Length), .. json, .. Enumerable.Range(0, length).Select(i => (byte)i)];
    }
}

/// <summary>The network that is declared to the generator, too.</summary>
[Network]
[Dense(2, 3, Activation.Tanh)]
[Dense(1, Activation.Identity)]
public partial class EmbeddedNetwork;
