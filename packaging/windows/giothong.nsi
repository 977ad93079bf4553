; SPDX-License-Identifier: GPL-3.0-or-later
; The installer: for one user, without an administrator. packaging/windows/bundle gives VERSION, WORK
; (with files-install.nsh and files-remove.nsh), HERE, SIZE, OUTPUT and LICENCE.
;   setup.exe /S [/D=FOLDER]     installs without a question; exit status 0, 2 where the program runs,
;                                or 3 where Windows is older than 10
;   uninstall.exe /S             removes what was installed; workspaces and settings stay
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user

!define NAME "Giọt Hồng"
!define KEY "GiotHong"
!define CLASS "GiotHong.Workspace"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${KEY}"

Name "${NAME}"
BrandingText "${NAME} ${VERSION}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\${KEY}"
InstallDirRegKey HKCU "Software\${KEY}" "InstallDir"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "FileDescription" "${NAME}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "GPL-3.0-or-later"

!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!define MUI_ICON "${HERE}/giothong.ico"
!define MUI_UNICON "${HERE}/giothong.ico"
!define MUI_ABORTWARNING
!define MUI_LANGDLL_WINDOWTITLE "${NAME}"
!define MUI_LANGDLL_INFO "Chọn ngôn ngữ của phần cài đặt. Choose the language of the setup."
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "Software\${KEY}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"
!define MUI_FINISHPAGE_RUN "$INSTDIR\bin\giothong.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_RESERVEFILE_LANGDLL

LangString SAFE ${LANG_VIETNAMESE} "Giọt Hồng (vẽ an toàn)"
LangString SAFE ${LANG_ENGLISH} "Giọt Hồng (safe drawing)"
LangString SAFE_WHY ${LANG_VIETNAMESE} "Dùng khi cửa sổ trống hoặc nhấp nháy: vẽ không dùng cạc đồ họa"
LangString SAFE_WHY ${LANG_ENGLISH} "Where windows stay empty or flicker: draws without the graphics card"
LangString WHAT ${LANG_VIETNAMESE} "Kế hoạch, chỉ tiêu, lịch và tổng hợp hiến máu tình nguyện"
LangString WHAT ${LANG_ENGLISH} "Plans, quotas, calendars and summaries of blood donation campaigns"
LangString FILE_KIND ${LANG_VIETNAMESE} "Sổ làm việc Giọt Hồng"
LangString FILE_KIND ${LANG_ENGLISH} "Giọt Hồng workspace"
LangString RUNNING ${LANG_VIETNAMESE} "Giọt Hồng đang chạy. Hãy đóng chương trình rồi bấm Thử lại."
LangString RUNNING ${LANG_ENGLISH} "Giọt Hồng is running. Close it, then choose Retry."
LangString REMOVE ${LANG_VIETNAMESE} "Gỡ Giọt Hồng"
LangString REMOVE ${LANG_ENGLISH} "Remove Giọt Hồng"

; A program that runs cannot be replaced: its file cannot be opened for writing.
!macro WAIT_UNTIL_CLOSED PREFIX
Function ${PREFIX}WaitUntilClosed
  again:
  ${IfNot} ${FileExists} "$INSTDIR\bin\giothong.exe"
    Return
  ${EndIf}
  ClearErrors
  FileOpen $0 "$INSTDIR\bin\giothong.exe" a
  ${IfNot} ${Errors}
    FileClose $0
    ; GLib's channel between its starts ends some seconds after the program.
    StrCpy $1 0
    ${DoWhile} $1 < 40
      ClearErrors
      FileOpen $0 "$INSTDIR\bin\gdbus.exe" a
      ${IfNot} ${Errors}
        FileClose $0
        Return
      ${EndIf}
      Sleep 500
      IntOp $1 $1 + 1
    ${Loop}
  ${EndIf}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
  SetErrorLevel 2
  Quit
FunctionEnd
!macroend
!insertmacro WAIT_UNTIL_CLOSED ""
!insertmacro WAIT_UNTIL_CLOSED "un."

Function .onInit
  SetShellVarContext current
  ; Not yet in the language that is chosen below
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "${NAME} cần Windows 10 trở lên.$\n${NAME} needs Windows 10 or later." /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  ; Vietnamese unless something else is chosen, as the program itself: many office machines run in English.
  StrCpy $LANGUAGE ${LANG_VIETNAMESE}
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Function un.onInit
  SetShellVarContext current
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

!macro TELL_EXPLORER
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

; The version that is installed, with the files that this one does not have; it may be in another folder.
Function RemoveOther
  ReadRegStr $2 HKCU "Software\${KEY}" "InstallDir"
  ${If} $2 == ""
  ${OrIfNot} ${FileExists} "$2\uninstall.exe"
    StrCpy $2 $INSTDIR
  ${EndIf}
  again:
  ${IfNot} ${FileExists} "$2\uninstall.exe"
    Return
  ${EndIf}
  StrCpy $0 0
  ExecWait '"$2\uninstall.exe" /S _?=$2' $0
  ${If} $0 <> 0
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
    SetErrorLevel 2
    Quit
  ${EndIf}
  ; Told its folder, it runs from there and leaves itself behind.
  Delete "$2\uninstall.exe"
  RMDir "$2"
FunctionEnd

Section
  Call WaitUntilClosed
  Call RemoveOther
  SetOverwrite on
  !include "${WORK}/files-install.nsh"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  ; The folder to begin in is the user's, not the program's.
  SetOutPath "$DOCUMENTS"
  CreateDirectory "$SMPROGRAMS\${NAME}"
  CreateShortCut "$SMPROGRAMS\${NAME}\${NAME}.lnk" "$INSTDIR\bin\giothong.exe" "" "$INSTDIR\bin\giothong.exe" 0 SW_SHOWNORMAL "" "$(WHAT)"
  CreateShortCut "$SMPROGRAMS\${NAME}\$(SAFE).lnk" "$INSTDIR\bin\giothong.exe" "--safe-drawing" "$INSTDIR\bin\giothong.exe" 0 SW_SHOWNORMAL "" "$(SAFE_WHY)"
  CreateShortCut "$SMPROGRAMS\${NAME}\$(REMOVE).lnk" "$INSTDIR\uninstall.exe"

  WriteRegStr HKCU "Software\Classes\.giothong" "" "${CLASS}"
  WriteRegStr HKCU "Software\Classes\.giothong" "Content Type" "application/x-giothong"
  WriteRegStr HKCU "Software\Classes\.giothong\OpenWithProgids" "${CLASS}" ""
  WriteRegStr HKCU "Software\Classes\${CLASS}" "" "$(FILE_KIND)"
  WriteRegStr HKCU "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\bin\giothong.exe,1"
  WriteRegStr HKCU "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\bin\giothong.exe" "%1"'

  WriteRegStr HKCU "Software\${KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "Software\${KEY}" "Language" "$LANGUAGE"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\bin\giothong.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  !insertmacro TELL_EXPLORER
SectionEnd

Section "Uninstall"
  Call un.WaitUntilClosed
  !include "${WORK}/files-remove.nsh"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"

  ; In whichever language they were made
  Delete "$SMPROGRAMS\${NAME}\*.lnk"
  RMDir "$SMPROGRAMS\${NAME}"

  ; Another program may have taken the files over since.
  ReadRegStr $0 HKCU "Software\Classes\.giothong" ""
  ${If} $0 == "${CLASS}"
    DeleteRegKey HKCU "Software\Classes\.giothong"
  ${Else}
    DeleteRegValue HKCU "Software\Classes\.giothong\OpenWithProgids" "${CLASS}"
  ${EndIf}
  DeleteRegKey HKCU "Software\Classes\${CLASS}"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\${KEY}"
  !insertmacro TELL_EXPLORER
SectionEnd
