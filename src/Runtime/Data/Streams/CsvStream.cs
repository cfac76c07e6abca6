using System;
using System.Collections.Immutable;
using System.IO;
using System.Numerics;

namespace GenNet;

/// <summary>The rows of a CSV file.</summary>
internal sealed class CsvStream<T>(string path, CsvOptions options, int inputSize, int targetSize) : DataStream<T>(inputSize, targetSize)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override ImmutableArray<string> ClassNames { get; } = [.. options.Classes ?? []];

    public override DataReader<T> Open()
    {
        var reader = new CsvStreamReader<T>(path, options);
        if (reader.InputSize == InputSize && reader.TargetSize == TargetSize)
            return reader;
        reader.Dispose();
        throw new InvalidDataException($"{path}: the file has changed: it had {InputSize} inputs and {TargetSize} targets, and now has {reader.InputSize} and {reader.TargetSize}.");
    }
}

/// <summary>One pass through a CSV file.</summary>
internal sealed class CsvStreamReader<T> : DataReader<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly StreamReader _text;
    private readonly CsvRows<T> _rows;

    public CsvStreamReader(string path, CsvOptions options)
    {
        _text = new StreamReader(InputFile.OpenForPasses(path));
        try
        {
            _rows = new CsvRows<T>(_text, path, options);
        }
        catch
        {
            _text.Dispose();
            throw;
        }
    }

    public int InputSize => _rows.Schema.InputSize;

    public int TargetSize => _rows.Classes?.Count ?? _rows.Schema.TargetSize;

    public override int Read(Span<T> inputs, Span<T> targets)
    {
        int count = 0;
        for (int room = inputs.Length / InputSize; count < room; count++)
        {
            Span<T> target = targets.Slice(count * TargetSize, TargetSize);
            if (!_rows.Read(inputs.Slice(count * InputSize, InputSize), target, out int label))
                break;
            if (_rows.Classes is not null)
                OneHot.Encode([label], TargetSize, target);
        }

        return count;
    }

    protected override void Dispose(bool disposing)
    {
        _text.Dispose();
        base.Dispose(disposing);
    }
}
