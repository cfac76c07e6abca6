using System;
using System.Collections.Immutable;
using System.IO;
using System.Numerics;

namespace GenNet;

/// <summary>The images of CIFAR files, one file after the other.</summary>
internal sealed class CifarStream<T>(ImmutableArray<string> paths, CifarFormat format) : DataStream<T>(CifarFormat.Numbers, format.Classes)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override DataReader<T> Open() => new CifarStreamReader<T>(paths, format);
}

/// <summary>One pass through CIFAR files.</summary>
internal sealed class CifarStreamReader<T>(ImmutableArray<string> paths, CifarFormat format) : DataReader<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly byte[] _record = new byte[format.RecordBytes];
    private readonly T[] _scaled = Dataset.ScaledBytes<T>();
    private int _files;
    private long _records;
    private Stream? _file;
    private ByteReader? _bytes;

    private string Path => paths[_files - 1];

    public override int Read(Span<T> inputs, Span<T> targets)
    {
        int count = 0;
        for (int room = inputs.Length / CifarFormat.Numbers; count < room && Next(); count++)
        {
            byte label = _record[format.Label];
            if (label >= format.Classes)
                throw new InvalidDataException($"{Path}: expected labels from 0 to {format.Classes - 1}, found {label} in record {_records - 1}.");
            Span<T> input = inputs.Slice(count * CifarFormat.Numbers, CifarFormat.Numbers);
            for (int i = 0; i < input.Length; i++)
                input[i] = _scaled[_record[format.LabelBytes + i]];
            OneHot.Encode([label], format.Classes, targets.Slice(count * format.Classes, format.Classes));
        }

        return count;
    }

    /// <summary>Reads the next record; false behind the last of the last file.</summary>
    private bool Next()
    {
        while (true)
        {
            int read = _bytes?.Read(_record) ?? 0;
            if (read == _record.Length)
            {
                _records++;
                return true;
            }

            if (read > 0)
                throw new InvalidDataException($"{Path}: truncated: expected {format}, found {read} bytes in record {_records}.");
            if (_bytes is not null && _records == 0)
                throw new InvalidDataException($"{Path}: expected {format}, found none.");
            if (_files == paths.Length)
                return false;
            OpenNext();
        }
    }

    private void OpenNext()
    {
        _file?.Dispose();
        _file = IdxFile.OpenUnpacked(paths[_files]);
        _files++;
        _bytes = new ByteReader(_file, Path);
        _records = 0;

        // Said before anything is read, where the file says how long it is.
        if (_file is FileStream { Length: var length } && length % format.RecordBytes != 0)
            throw new InvalidDataException($"{Path}: expected {format}, found {length} bytes: {length / format.RecordBytes} records and {length % format.RecordBytes} bytes of record {length / format.RecordBytes}.");
    }

    protected override void Dispose(bool disposing)
    {
        _file?.Dispose();
        base.Dispose(disposing);
    }
}
