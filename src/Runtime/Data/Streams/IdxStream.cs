using System;
using System.IO;
using System.Numerics;

namespace GenNet;

/// <summary>The images and labels of IDX files.</summary>
internal sealed class IdxStream<T>(string imagesPath, string labelsPath, int inputSize, int classes) : DataStream<T>(inputSize, classes)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override DataReader<T> Open()
    {
        var reader = new IdxStreamReader<T>(imagesPath, labelsPath, TargetSize);
        if (reader.InputSize == InputSize)
            return reader;
        reader.Dispose();
        throw new InvalidDataException($"{imagesPath}: the file has changed: its images had {InputSize} pixels, and now have {reader.InputSize}.");
    }
}

/// <summary>One pass through the images and labels of IDX files.</summary>
internal sealed class IdxStreamReader<T> : DataReader<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly string _imagesPath;
    private readonly string _labelsPath;
    private readonly int _classes;
    private readonly IdxHeader _imageHeader;
    private readonly IdxHeader _labelHeader;
    private readonly int _count;
    private readonly Stream _images;
    private readonly Stream _labels;
    private readonly ByteReader _imageBytes;
    private readonly ByteReader _labelBytes;
    private readonly byte[] _image;
    private readonly T[] _scaled = Dataset.ScaledBytes<T>();
    private int _row;

    public IdxStreamReader(string imagesPath, string labelsPath, int classes)
    {
        (_imagesPath, _labelsPath, _classes) = (imagesPath, labelsPath, classes);
        _images = IdxFile.OpenUnpacked(imagesPath);
        try
        {
            _labels = IdxFile.OpenUnpacked(labelsPath);
            _imageBytes = new ByteReader(_images, imagesPath);
            _labelBytes = new ByteReader(_labels, labelsPath);
            _imageHeader = IdxHeader.Read(_imageBytes, imagesPath, IdxHeader.MaxElements);
            _labelHeader = IdxHeader.Read(_labelBytes, labelsPath, IdxHeader.MaxElements);
            Dataset.CheckImages(_imageHeader, _labelHeader);
            _imageHeader.CheckLength(_imageBytes);
            _labelHeader.CheckLength(_labelBytes);
            _count = _imageHeader.Shape[0];
            long pixels = _imageHeader.Count / _count;
            if (pixels > Array.MaxLength)
                throw new InvalidDataException($"{imagesPath}: an image of {pixels} pixels is more than one array holds ({Array.MaxLength}).");
            InputSize = (int)pixels;

            // The first image at once: nobody is to make room for images whose size only a header claims.
            if (!_imageBytes.TryRead(InputSize, out _image))
                throw TruncatedImages();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public int InputSize { get; }

    public override int Read(Span<T> inputs, Span<T> targets)
    {
        int count = 0;
        Span<byte> label = stackalloc byte[1];
        for (int room = inputs.Length / InputSize; count < room && _row < _count; count++, _row++)
        {
            if (_row > 0 && _imageBytes.Read(_image) < InputSize)
                throw TruncatedImages();
            if (_labelBytes.Read(label) == 0)
                throw new InvalidDataException($"{_labelsPath}: truncated: the header announces {_count} labels, the file ends before label {_row}.");
            if (label[0] >= _classes)
                throw new InvalidDataException($"{_labelsPath}: expected labels from 0 to {_classes - 1}, found {label[0]} at row {_row}.");
            Span<T> input = inputs.Slice(count * InputSize, InputSize);
            for (int i = 0; i < input.Length; i++)
                input[i] = _scaled[_image[i]];
            OneHot.Encode([label[0]], _classes, targets.Slice(count * _classes, _classes));
            if (_row == _count - 1)
                CheckEnd();
        }

        return count;
    }

    /// <summary>A compressed file does not say how long it is before its end.</summary>
    private void CheckEnd()
    {
        _imageHeader.CheckEnd(_imageBytes);
        _labelHeader.CheckEnd(_labelBytes);
    }

    private InvalidDataException TruncatedImages() => new($"{_imagesPath}: truncated: the header announces {_count} images, the file ends in image {_row}.");

    protected override void Dispose(bool disposing)
    {
        _images.Dispose();
        _labels?.Dispose();
        base.Dispose(disposing);
    }
}
