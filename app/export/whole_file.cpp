// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/whole_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>
#include <array>
#include <ostream>
#include <streambuf>

namespace coroscope {
namespace {

// Hands what is written on to a file in large pieces.
class FileBuffer : public std::streambuf {
public:
    explicit FileBuffer(QFileDevice& file) : m_file(file) { empty(); }

protected:
    int_type overflow(int_type c) override
    {
        if (sync() != 0)
            return traits_type::eof();
        if (!traits_type::eq_int_type(c, traits_type::eof()))
            sputc(traits_type::to_char_type(c));
        return traits_type::not_eof(c);
    }
    int sync() override
    {
        const qint64 size = pptr() - pbase();
        const bool isWritten = m_file.write(pbase(), size) == size;
        empty();
        return isWritten ? 0 : -1;
    }

private:
    void empty() { setp(m_bytes.data(), m_bytes.data() + m_bytes.size()); }

    QFileDevice& m_file;
    std::array<char, 64 * 1024> m_bytes;
};

// Unbuffered: QSaveFile does not notice when its own buffer's rest cannot be written.
bool fill(QFileDevice& file, const WriteContent& write)
{
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return false;
    FileBuffer buffer(file);
    std::ostream out(&buffer);
    write(out);
    return static_cast<bool>(out.flush());
}

Status outcome(bool isWritten, const QFileDevice& file)
{
    if (isWritten)
        return success();
    const QString message =
        QCoreApplication::translate("coroscope::WholeFile", "cannot write the file: %1")
            .arg(file.errorString());
    return Error{Error::Kind::WriteFailed, message.toStdString(), file.fileName().toStdString()};
}

}  // namespace

Status writeWholeFile(const QString& path, const WriteContent& write)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile() && !info.isDir()) {
        // A device or a pipe: a new file must not take its place.
        QFile device(path);
        return outcome(fill(device, write), device);
    }
    QSaveFile file(path);
    return outcome(fill(file, write) && file.commit(), file);
}

Status writeWholeFile(const QString& path, const QByteArray& data)
{
    return writeWholeFile(path,
                          [&data](std::ostream& out) { out.write(data.data(), data.size()); });
}

}  // namespace coroscope
