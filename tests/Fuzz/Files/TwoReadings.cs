using System;
using System.Collections.Generic;
using System.IO;

namespace GenNet.Fuzz.Files;

/// <summary>The same data read as a set and as a stream: both refuse it, or both have the same rows.</summary>
internal sealed class TwoReadings(Func<string, Dataset<float>> asSet, Func<string, DataStream<float>> asStream)
{
    public Dataset<float>? Set { get; private set; }

    public void Read(string path)
    {
        Exception? refusal = Record.Exception(() => { Set = asSet(path); });
        var inputs = new List<float>();
        var targets = new List<float>();
        Exception? refusalOfStream = Record.Exception(() => ReadStream(path, inputs, targets));
        Assert.True(refusal is null == refusalOfStream is null, $"The data set: {refusal?.ToString() ?? "read"}\nThe stream: {refusalOfStream?.ToString() ?? "read"}");
        if (refusalOfStream is not null)
        {
            Assert.True(refusalOfStream is InvalidDataException, $"Not documented: {refusalOfStream}");
            throw refusal!;
        }

        Assert.Equal(Set!.Inputs.ToArray(), inputs);
        Assert.Equal(Set.Targets.ToArray(), targets);
    }

    private void ReadStream(string path, List<float> inputs, List<float> targets)
    {
        DataStream<float> stream = asStream(path);
        using DataReader<float> reader = stream.Open();
        float[] someInputs = new float[7 * stream.InputSize], someTargets = new float[7 * stream.TargetSize];
        for (int rows; (rows = reader.Read(someInputs, someTargets)) > 0;)
        {
            inputs.AddRange(someInputs.AsSpan(0, rows * stream.InputSize));
            targets.AddRange(someTargets.AsSpan(0, rows * stream.TargetSize));
        }

        // The data set needs a row, a stream has as many as there are.
        if (inputs.Count == 0)
            throw new InvalidDataException("No rows.");
    }
}
